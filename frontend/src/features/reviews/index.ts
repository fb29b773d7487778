export { default as ReasonList } from './ReasonList.vue';
export { default as ReviewsTab } from './tab/ReviewsTab.vue';
export { default as OpenConditions } from './tab/OpenConditions.vue';
