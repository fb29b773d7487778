import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Parts of KERN that the interface uses; grid, utilities, head line and the other components stay out. */
const usedParts = [
  'sr-only',
  'btn',
  'label',
  'form-input',
  'form-check',
  'fieldset',
  'error',
  'hint',
  'level',
  'layer',
];

/** The file without the parts that nobody uses is a sixth of the whole. */
const kernFile = /@kern-ux[\\/]native[\\/]/;

/**
 * A PostCSS plugin that keeps only the used rules and variables of the KERN style sheet.
 * Variables count as used when a kept rule or a style of our own refers to them, directly or through another one.
 */
export function keepUsedKern() {
  return {
    postcssPlugin: 'keep-used-kern',
    OnceExit(root) {
      const fromKern = (node) => kernFile.test(node.source?.input.file ?? '');
      let touched = false;
      root.walkRules((rule) => {
        if (!fromKern(rule)) return;
        touched = true;
        const kept = rule.selectors.filter(isUsed);
        if (kept.length === 0) rule.remove();
        else rule.selectors = kept;
      });
      if (!touched) return;
      dropUnusedVariables(root, fromKern);
      root.walkAtRules((atRule) => {
        if (atRule.nodes?.length === 0 && fromKern(atRule)) atRule.remove();
      });
    },
  };
}

function isUsed(selector) {
  return [...selector.matchAll(/\.kern-([\w-]+)/g)].every(([, name]) =>
    ['light', 'dark', ...usedParts].some(
      (part) => name === part || name.startsWith(`${part}-`) || name.startsWith(`${part}_`),
    ),
  );
}

function dropUnusedVariables(root, fromKern) {
  const definitions = new Map();
  const wanted = variablesIn(ownStyles());
  root.walkDecls((declaration) => {
    if (!fromKern(declaration)) return;
    if (!declaration.prop.startsWith('--')) wanted.push(...variablesIn(declaration.value));
    else definitions.set(declaration.prop, [...(definitions.get(declaration.prop) ?? []), declaration.value]);
  });
  const used = new Set();
  while (wanted.length > 0) {
    const name = wanted.pop();
    if (used.has(name)) continue;
    used.add(name);
    for (const value of definitions.get(name) ?? []) wanted.push(...variablesIn(value));
  }
  root.walkDecls(/^--/, (declaration) => {
    if (fromKern(declaration) && !used.has(declaration.prop)) declaration.remove();
  });
  root.walkRules((rule) => {
    if (fromKern(rule) && rule.nodes.length === 0) rule.remove();
  });
}

function ownStyles() {
  const source = path.join(import.meta.dirname, 'src');
  return readdirSync(source, { recursive: true })
    .filter((file) => /\.(css|vue)$/.test(file))
    .map((file) => readFileSync(path.join(source, file), 'utf8'))
    .join('\n');
}

function variablesIn(text) {
  return [...text.matchAll(/var\(\s*(--[\w-]+)/g)].map(([, name]) => name);
}
