export { default as ChangedValue } from './compare/ChangedValue.vue';
export { useChangeWords } from './compare/use-change-words';
