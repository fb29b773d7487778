/** The projects themselves; others borrow the words of their history. */
export { useHistoryWords } from './history/use-history-words';
