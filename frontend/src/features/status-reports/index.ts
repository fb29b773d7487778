/** The status of a project: its reports, the tab that shows them, and asking for them. */
export { default as StatusTab } from './StatusTab.vue';
export { default as AskForReportsDialog } from './requests/AskForReportsDialog.vue';
