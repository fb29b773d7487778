export { ADMINISTRATION_TABS } from './administration-tabs';
