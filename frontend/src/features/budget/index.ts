/** The money of a project: the tab that shows and edits it. */
export { default as BudgetTab } from './BudgetTab.vue';
