/** Texts of the interface, nested by place. */
export interface Messages {
  [key: string]: string | Messages;
}

/**
 * Puts the locale files together: a file `…/<folder>/locales/<language>.json` stands under the camelCased name of its
 * folder; what it has under `errors` joins the one list of errors.
 */
export function mergeMessages(files: Record<string, Messages>): Messages {
  const merged: Messages = { errors: {} };
  for (const [path, file] of Object.entries(files)) {
    const folder = /([\w-]+)\/locales\//.exec(path)?.[1] ?? 'app';
    const { errors, ...own } = file;
    merged[camelCase(folder)] = own;
    if (typeof errors === 'object' && typeof merged.errors === 'object')
      merged.errors = deepMerge(merged.errors, errors);
  }
  return merged;
}

function deepMerge(left: Messages, right: Messages): Messages {
  const merged = { ...left };
  for (const [key, value] of Object.entries(right)) {
    const there = merged[key];
    merged[key] = typeof there === 'object' && typeof value === 'object' ? deepMerge(there, value) : value;
  }
  return merged;
}

function camelCase(name: string): string {
  return name.replaceAll(/-(\w)/g, (_match, letter: string) => letter.toUpperCase());
}
