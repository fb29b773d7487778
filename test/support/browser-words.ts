import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { mergeMessages, type Messages } from '../../frontend/src/app/i18n/messages';

/** The words of the interface in one language. */
export interface Words {
  /** The whole text of a key; `values` stand in the places of their names, `count` chooses singular or plural. */
  (key: string, values?: Record<string, string | number>): string;
  /** Finds the text of a key with anything in its places. */
  like(key: string): RegExp;
}

const sources = path.resolve(import.meta.dirname, '../../frontend/src');

/** Reads the words of the interface from where the interface has them, so that no test copies a text. */
export function wordsOf(language: 'de' | 'en'): Words {
  const messages = read(language);
  const raw = (key: string): string => {
    const found = key
      .split('.')
      .reduce<string | Messages | undefined>(
        (at, part) => (typeof at === 'object' ? at[part] : undefined),
        messages,
      );
    if (typeof found !== 'string') throw new Error(`There is no text "${key}" in ${language}.`);
    return found.replaceAll(/\{'(.)'\}/g, '$1');
  };
  const say = (key: string, values: Record<string, string | number> = {}): string =>
    Object.entries(values).reduce(
      (text, [name, value]) => text.replaceAll(`{${name}}`, String(value)),
      chosen(raw(key), values.count),
    );
  return Object.assign(say, {
    like: (key: string) => new RegExp(raw(key).split(' | ').map(pattern).join('|')),
  });
}

function read(language: 'de' | 'en'): Messages {
  const folders = [
    'app',
    'shared',
    ...readdirSync(path.join(sources, 'features')).map((name) => `features/${name}`),
  ];
  const files = folders.flatMap((folder): [string, Messages][] => {
    try {
      const text = readFileSync(path.join(sources, folder, 'locales', `${language}.json`), 'utf8');
      return [[`${folder}/locales/${language}.json`, JSON.parse(text) as Messages]];
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
      throw error;
    }
  });
  return mergeMessages(Object.fromEntries(files));
}

/** The form for a number, as vue-i18n takes it: two forms are one and many, three are none, one and many. */
function chosen(text: string, count: string | number | undefined): string {
  const forms = text.split(' | ');
  if (forms.length === 1) return text;
  const number = typeof count === 'number' ? count : 1;
  const place = forms.length === 2 ? (number === 1 ? 0 : 1) : Math.min(number, 2);
  return forms[place] ?? text;
}

function pattern(form: string): string {
  return form.replaceAll(/[.*+?^$()|[\]\\]/g, String.raw`\$&`).replaceAll(/\{\w+\}/g, '.+?');
}
