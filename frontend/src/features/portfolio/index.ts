export { default as ChangedValue } from './compare/ChangedValue.vue';
export { default as MomentPicker } from './compare/MomentPicker.vue';
export { useChangeWords } from './compare/use-change-words';
export { type SessionMoment, useSessionMoments } from './compare/use-moments';
export { default as ListFilter } from './list/ListFilter.vue';
