export { default as AssessmentTab } from './AssessmentTab.vue';
