/** The status of a project: its reports, and the tab that shows them. */
export { default as StatusTab } from './StatusTab.vue';
