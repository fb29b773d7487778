/** The frame of all pages about the money of the whole portfolio. */
export { default as ExportMenu } from './ExportMenu.vue';
export { default as FinancePage } from './FinancePage.vue';
export { useFinanceTabs } from './use-finance-tabs';
