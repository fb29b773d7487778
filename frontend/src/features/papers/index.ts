/** Papers for the council: the tab of a project that lists those about it. */
export { default as PapersTab } from './PapersTab.vue';
