export { default as ReviewsTab } from './tab/ReviewsTab.vue';
export { default as OpenConditions } from './tab/OpenConditions.vue';
