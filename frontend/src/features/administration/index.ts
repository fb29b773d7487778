export { ADMINISTRATION_TABS } from './administration-tabs';
export { useChangeWords } from './changes/use-change-words';
