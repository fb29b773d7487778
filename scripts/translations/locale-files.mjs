import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/** The languages of the interface. */
export const languages = ['de', 'en'];

/**
 * Every folder with locale files, and under which name its keys are merged: `app`, `shared`, and each feature by its
 * name in camel case.
 */
export function localeFolders(source) {
  const features = path.join(source, 'features');
  const names = existsSync(features) ? readdirSync(features) : [];
  return [
    { namespace: 'app', folder: path.join(source, 'app/locales') },
    { namespace: 'shared', folder: path.join(source, 'shared/locales') },
    ...names.map((name) => ({ namespace: camelCase(name), folder: path.join(features, name, 'locales') })),
  ].filter(({ folder }) => existsSync(folder));
}

/** Reads one locale file: its messages by full key, with their line, and what is wrong with the file. */
export function readLocale(file, namespace) {
  const tree = ts.parseJsonText(file, readFileSync(file, 'utf8'));
  const messages = new Map();
  const faults = tree.parseDiagnostics.map((fault) => ({
    at: `${file}:${lineOf(tree, fault.start)}`,
    text: `is no valid JSON: ${ts.flattenDiagnosticMessageText(fault.messageText, ' ')}`,
  }));
  const root = tree.statements[0]?.expression;
  if (root && ts.isObjectLiteralExpression(root)) collect(root, namespace);
  return { messages, faults };

  function collect(object, prefix) {
    const seen = new Set();
    for (const property of object.properties) {
      const name = property.name.text;
      const at = `${file}:${lineOf(tree, property.getStart(tree))}`;
      // What a feature has under `errors` joins the one list of errors, which is looked up by the code of a problem.
      const key = prefix === namespace && name === 'errors' ? 'errors' : `${prefix}.${name}`;
      if (name.includes('.')) faults.push({ at, text: `${key}: a key contains a dot` });
      if (seen.has(name)) faults.push({ at, text: `${key} stands here twice` });
      seen.add(name);
      const value = property.initializer;
      if (ts.isObjectLiteralExpression(value)) collect(value, key);
      else if (ts.isStringLiteral(value)) addMessage({ key, at, text: value.text });
      else faults.push({ at, text: `${key} is neither a text nor a group of texts` });
    }
  }

  function addMessage({ key, at, text }) {
    if (text.trim() === '') faults.push({ at, text: `${key} is empty` });
    const plain = text.replaceAll(/\{'[^']*'\}/g, '');
    if (/@(?![.:])/.test(plain))
      faults.push({ at, text: `${key}: "@" starts a link to another key, write {'@'}` });
    messages.set(key, { at, placeholders: placeholdersOf(plain), links: linksOf(plain) });
  }
}

function placeholdersOf(text) {
  const names = [...text.matchAll(/\{\s*([\w.-]+)\s*\}/g)].map(([, name]) => name);
  return [...new Set(names)].sort().join(', ');
}

function linksOf(text) {
  return [...text.matchAll(/@(?:\.\w+)?:\(?([\w.-]*[\w-])/g)].map(([, key]) => key);
}

function lineOf(tree, position) {
  return tree.getLineAndCharacterOfPosition(position).line + 1;
}

function camelCase(name) {
  return name.replaceAll(/-(\w)/g, (_, letter) => letter.toUpperCase());
}
