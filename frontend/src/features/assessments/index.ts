export { default as AssessmentTab } from './AssessmentTab.vue';
export { levelOf, nearestLevel } from './grid';
export { useTitle } from './use-title';
