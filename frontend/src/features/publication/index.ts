export { default as PublicationPanel } from './office/PublicationPanel.vue';
