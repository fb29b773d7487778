import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { parse } from 'vue/compiler-sfc';

const translators = new Set(['t', '$t', 'te', '$te', 'tm', '$tm', 'rt']);
const readAloud = new Set([
  'title',
  'alt',
  'label',
  'placeholder',
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'aria-valuetext',
]);

// Written the same in every language.
const untranslated = /CO₂|\bIQ\b|\bWCAG\b|\bCSV\b/g;

const isElement = 1;
const isText = 2;
const isInterpolation = 5;
const isAttribute = 6;
const isDirective = 7;

/** Every source file of the browser that people see something of. */
export function sourceFiles(source) {
  return readdirSync(source, { recursive: true })
    .filter((file) => /\.(ts|vue)$/.test(file) && !/\.(spec|d)\.ts$/.test(file))
    .map((file) => path.join(source, file));
}

/**
 * Reads what one file says to people: keys it asks for, prefixes of keys it composes, prefixes it declares in a comment
 * (`i18n-keys: projects.phase.*`), all of its string literals, and visible text that no locale file knows.
 */
export function readSource(file) {
  const text = readFileSync(file, 'utf8');
  const found = { keys: [], composed: [], declared: [], literals: new Set(), visible: [] };
  for (const match of text.matchAll(/i18n-keys:\s*([\w.*,\s-]*\*)/g)) {
    for (const pattern of match[1].split(',')) {
      found.declared.push({
        at: `${file}:${lineAt(text, match.index)}`,
        prefix: pattern.trim().replace(/\*$/, ''),
      });
    }
  }
  if (!file.endsWith('.vue')) {
    readScript(found, { file, code: text, line: 1 });
    return found;
  }
  const { descriptor } = parse(text, { filename: file });
  for (const block of [descriptor.script, descriptor.scriptSetup]) {
    if (block) readScript(found, { file, code: block.content, line: block.loc.start.line });
  }
  if (descriptor.template?.ast)
    descriptor.template.ast.children.forEach((node) => readNode(found, file, node));
  return found;
}

function readScript(found, { file, code, line }) {
  const tree = ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
  const at = (node) => `${file}:${line + tree.getLineAndCharacterOfPosition(node.getStart(tree)).line}`;
  visit(tree);

  function visit(node) {
    if (ts.isCallExpression(node) && translators.has(nameOf(node.expression)))
      readKey(found, node.arguments[0], at);
    if (ts.isStringLiteralLike(node)) {
      found.literals.add(node.text);
      if (/[äöüßÄÖÜ]/.test(node.text)) found.visible.push({ at: at(node), text: node.text });
    }
    ts.forEachChild(node, visit);
  }
}

function readKey(found, node, at) {
  if (!node) return;
  if (ts.isStringLiteralLike(node)) found.keys.push({ at: at(node), key: node.text });
  else if (ts.isTemplateExpression(node)) found.composed.push({ at: at(node), prefix: node.head.text });
  else if (ts.isBinaryExpression(node)) {
    const [first] = leaves(node);
    if (first && ts.isStringLiteralLike(first)) found.composed.push({ at: at(node), prefix: first.text });
  } else if (ts.isConditionalExpression(node)) {
    readKey(found, node.whenTrue, at);
    readKey(found, node.whenFalse, at);
  } else if (ts.isParenthesizedExpression(node)) readKey(found, node.expression, at);
}

function leaves(node) {
  return ts.isBinaryExpression(node) ? [...leaves(node.left), ...leaves(node.right)] : [node];
}

function nameOf(expression) {
  return ts.isPropertyAccessExpression(expression) ? expression.name.text : expression.getText();
}

function readNode(found, file, node) {
  const at = `${file}:${node.loc.start.line}`;
  if (node.type === isText) reportWords(found, at, node.content);
  if (node.type === isInterpolation) readExpression(found, file, node.content, { shown: true });
  if (node.type !== isElement) return;
  for (const prop of node.props) {
    if (prop.type === isAttribute) {
      if (readAloud.has(prop.name)) reportWords(found, at, prop.value?.content ?? '');
      if (prop.name === 'keypath') found.keys.push({ at, key: prop.value?.content ?? '' });
      found.literals.add(prop.value?.content ?? '');
    }
    if (prop.type === isDirective && prop.exp) {
      readExpression(found, file, prop.exp, {
        shown: readAloud.has(prop.arg?.content) || prop.name === 'text',
      });
    }
  }
  node.children.forEach((child) => readNode(found, file, child));
}

function readExpression(found, file, expression, { shown }) {
  const { line } = expression.loc.start;
  const code = `(${expression.loc.source})`;
  readScript(found, { file, code, line });
  if (!shown) return;
  const tree = ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
  const value = tree.statements[0]?.expression;
  if (value) for (const text of shownTexts(value)) reportWords(found, `${file}:${line}`, text);
}

/** The literal texts that an expression may result in; what is passed to a function is not shown. */
function shownTexts(node) {
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isParenthesizedExpression(node)) return shownTexts(node.expression);
  if (ts.isConditionalExpression(node)) return [...shownTexts(node.whenTrue), ...shownTexts(node.whenFalse)];
  if (ts.isTemplateExpression(node))
    return [node.head.text, ...node.templateSpans.map((span) => span.literal.text)];
  if (!ts.isBinaryExpression(node)) return [];
  const compares = ![
    ts.SyntaxKind.PlusToken,
    ts.SyntaxKind.BarBarToken,
    ts.SyntaxKind.AmpersandAmpersandToken,
    ts.SyntaxKind.QuestionQuestionToken,
  ].includes(node.operatorToken.kind);
  return compares ? [] : [...shownTexts(node.left), ...shownTexts(node.right)];
}

function reportWords(found, at, text) {
  if (/\p{Letter}/u.test(text.replaceAll(untranslated, ''))) {
    found.visible.push({ at, text: text.trim().replaceAll(/\s+/g, ' ') });
  }
}

function lineAt(text, index) {
  return text.slice(0, index).split('\n').length;
}
