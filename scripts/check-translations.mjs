import { existsSync } from 'node:fs';
import path from 'node:path';
import { languages, localeFolders, readLocale } from './translations/locale-files.mjs';
import { problemCodes } from './translations/problem-codes.mjs';
import { readSource, sourceFiles } from './translations/source-texts.mjs';

/**
 * Checks the texts of the interface: keys that a language lacks, that nobody uses, that stand twice or do not exist,
 * placeholders that differ between languages, and visible text that is in no locale file.
 */
const source = 'frontend/src';
const faults = [];
const report = (at, text) => faults.push(`${at}  ${text}`);

const locales = readAllLocales();
const sources = sourceFiles(source).map(readSource);
const known = locales.get(languages[0]);

compareLanguages();
compareUse();
for (const { at, key } of problemCodes('backend/src')) {
  if (!known.has(key)) report(at, `${key} is in no locale file: nobody can be told of this problem`);
}
for (const { visible } of sources) {
  for (const { at, text } of visible)
    report(at, `"${text}" is visible text that belongs into the locale files`);
}

if (known.size === 0) report(source, 'there is no locale file at all');
for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exitCode = 1;
else console.log(`${known.size} texts in ${languages.length} languages`);

function readAllLocales() {
  const all = new Map(languages.map((language) => [language, new Map()]));
  for (const { namespace, folder } of localeFolders(source)) {
    for (const language of languages) {
      const file = path.join(folder, `${language}.json`);
      if (!existsSync(file)) {
        report(file, 'is missing');
        continue;
      }
      const { messages, faults: wrong } = readLocale(file, namespace);
      for (const { at, text } of wrong) report(at, text);
      for (const [key, message] of messages) all.get(language).set(key, message);
    }
  }
  return all;
}

function compareLanguages() {
  for (const language of languages) {
    for (const other of languages.filter((name) => name !== language)) {
      for (const [key, message] of locales.get(language)) {
        const counterpart = locales.get(other).get(key);
        if (!counterpart) report(message.at, `${key} is missing in ${other}`);
        else if (language < other && counterpart.placeholders !== message.placeholders) {
          report(
            message.at,
            `${key} has {${message.placeholders}} in ${language}, {${counterpart.placeholders}} in ${other}`,
          );
        }
      }
    }
  }
}

function compareUse() {
  const used = new Set();
  const declared = sources.flatMap((file) => file.declared);
  const startsWith = (prefix) => [...known.keys()].filter((key) => key.startsWith(prefix));

  for (const { keys, composed, literals } of sources) {
    for (const literal of literals) used.add(literal);
    for (const { at, key } of keys) if (!known.has(key)) report(at, `${key} is in no locale file`);
    for (const { at, prefix } of composed) {
      if (!declared.some((pattern) => prefix.startsWith(pattern.prefix))) {
        report(at, `keys composed from "${prefix}" need a comment: // i18n-keys: ${prefix}*`);
      }
    }
  }
  for (const messages of locales.values()) {
    for (const { at, links } of messages.values()) {
      for (const link of links) {
        used.add(link);
        if (!known.has(link)) report(at, `links to ${link}, which is in no locale file`);
      }
    }
  }
  for (const { at, prefix } of declared) {
    const keys = startsWith(prefix);
    if (prefix === '' || keys.length === 0) report(at, `i18n-keys: ${prefix}* stands for no key`);
    for (const key of prefix === '' ? [] : keys) used.add(key);
  }
  for (const [key, { at }] of known) if (!used.has(key)) report(at, `${key} is used nowhere`);
}
