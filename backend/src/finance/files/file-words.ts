import type { FileLanguage } from '../../platform/documents/index.js';
import { ENGLISH } from './words-en.js';
import { GERMAN } from './words-de.js';

/** All that files of finance say in one language. */
export type FileWords = typeof GERMAN;

export const FILE_WORDS: Record<FileLanguage, FileWords> = { de: GERMAN, en: ENGLISH };

/** What stands where a figure belongs to no kind or direction: an empty cell would be no criterion of a formula. */
export const NONE = '–';

/** The word for a value, or the value itself where there is none. */
export function wordOf(words: Record<string, string>, value: string | null): string {
  return value === null ? NONE : (words[value] ?? value);
}
