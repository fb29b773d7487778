import { existsSync } from 'node:fs';
import path from 'node:path';
import { languages, localeFolders, readLocale } from './locale-files.mjs';
import { problemCodes } from './problem-codes.mjs';
import { readSource, sourceFiles } from './source-texts.mjs';

/**
 * Checks the texts of the interface in a checkout: keys that a language lacks, that nobody uses, that stand twice or do
 * not exist, placeholders that differ between languages, problems without a text, and visible text that is in no locale
 * file. Returns the faults, each with its place, and the number of texts.
 */
export function checkTranslations(root) {
  const faults = [];
  const report = (at, text) => faults.push(`${path.relative(root, at)}  ${text}`);
  const source = path.join(root, 'frontend/src');

  const locales = readLocales(source, report);
  const sources = sourceFiles(source).map(readSource);
  const known = locales.get(languages[0]);

  compareLanguages(locales, report);
  reportUnknown({ sources, locales, known }, report);
  reportUnused({ sources, locales, known }, report);
  for (const { at, key } of problemCodes(path.join(root, 'backend/src'))) {
    if (!known.has(key)) report(at, `${key} is in no locale file: nobody can be told of this problem`);
  }
  for (const { visible } of sources) {
    for (const { at, text } of visible) {
      report(at, `"${text}" is visible text that belongs into the locale files`);
    }
  }
  if (known.size === 0) report(source, 'there is no locale file at all');
  return { faults, count: known.size };
}

function readLocales(source, report) {
  const all = new Map(languages.map((language) => [language, new Map()]));
  for (const { namespace, folder } of localeFolders(source)) {
    for (const language of languages) {
      const file = path.join(folder, `${language}.json`);
      if (!existsSync(file)) {
        report(file, 'is missing');
        continue;
      }
      const { messages, faults } = readLocale(file, namespace);
      for (const { at, text } of faults) report(at, text);
      for (const [key, message] of messages) all.get(language).set(key, message);
    }
  }
  return all;
}

function compareLanguages(locales, report) {
  for (const language of languages) {
    for (const other of languages.filter((name) => name !== language)) {
      for (const [key, message] of locales.get(language)) {
        const counterpart = locales.get(other).get(key);
        if (!counterpart) report(message.at, `${key} is missing in ${other}`);
        else if (language < other && counterpart.placeholders !== message.placeholders) {
          const [here, there] = [message, counterpart].map(({ placeholders }) => `{${placeholders}}`);
          report(message.at, `${key} has ${here} in ${language}, ${there} in ${other}`);
        }
      }
    }
  }
}

function reportUnknown({ sources, locales, known }, report) {
  const declared = sources.flatMap((file) => file.declared);
  for (const { keys, composed, declared: own } of sources) {
    for (const { at, key } of keys) if (!known.has(key)) report(at, `${key} is in no locale file`);
    for (const { at, prefix } of composed) {
      // A declaration may be narrower than what the code begins with, but then it stands beside that code.
      const covered =
        declared.some((pattern) => prefix.startsWith(pattern.prefix)) ||
        own.some((pattern) => pattern.prefix.startsWith(prefix));
      if (!covered) {
        report(at, `keys composed from "${prefix}" need a comment: // i18n-keys: ${prefix}*`);
      }
    }
  }
  for (const { at, link } of linksIn(locales)) {
    if (!known.has(link)) report(at, `links to ${link}, which is in no locale file`);
  }
}

function reportUnused({ sources, locales, known }, report) {
  const used = new Set(linksIn(locales).map(({ link }) => link));
  for (const { literals, declared } of sources) {
    for (const literal of literals) used.add(literal);
    for (const { at, prefix } of declared) {
      const keys = prefix === '' ? [] : [...known.keys()].filter((key) => key.startsWith(prefix));
      if (keys.length === 0) report(at, `i18n-keys: ${prefix}* stands for no key`);
      for (const key of keys) used.add(key);
    }
  }
  for (const [key, { at }] of known) if (!used.has(key)) report(at, `${key} is used nowhere`);
}

function linksIn(locales) {
  return [...locales.values()].flatMap((messages) =>
    [...messages.values()].flatMap(({ at, links }) => links.map((link) => ({ at, link }))),
  );
}
