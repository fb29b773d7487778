import { readdirSync } from 'node:fs';
import path from 'node:path';
import { TestEnvironment } from 'jest-environment-jsdom';

const missingInJsdom = [
  'fetch',
  'Request',
  'Response',
  'Headers',
  'FormData',
  'TextEncoder',
  'TextDecoder',
  'ReadableStream',
  'WritableStream',
  'TransformStream',
  'BroadcastChannel',
  'AbortController',
  'AbortSignal',
  'structuredClone',
  'Uint8Array',
  'ArrayBuffer',
];

/** A jsdom window that has what browsers have and jsdom has not, and Vite's `import.meta.glob`. */
export default class VueTestEnvironment extends TestEnvironment {
  async setup() {
    await super.setup();
    for (const name of missingInJsdom) this.global[name] = globalThis[name];
    this.global.__importMetaGlob = importMetaGlob;
    this.global.matchMedia ??= (query) => noMedia(query);
    this.global.ResizeObserver ??= NoObserver;
    this.global.IntersectionObserver ??= NoObserver;
    this.global.Element.prototype.scrollIntoView ??= () => undefined;
  }
}

class NoObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
}

function noMedia(media) {
  return { media, matches: false, onchange: null, addEventListener() {}, removeEventListener() {} };
}

function importMetaGlob(directory, require) {
  return (patterns, options = {}) => {
    const modules = {};
    for (const pattern of [patterns].flat()) {
      for (const file of filesMatching(directory, pattern)) {
        const load = () => pick(require(path.resolve(directory, file)), options.import);
        modules[file] = options.eager ? load() : () => Promise.resolve(load());
      }
    }
    return modules;
  };
}

// A JSON file is its own default export for Vite, and a plain object for require.
function pick(module, name) {
  if (!name) return module.__esModule ? module : { ...module, default: module };
  return module.__esModule ? module[name] : name === 'default' ? module : module[name];
}

function filesMatching(directory, pattern) {
  const fixed = pattern.slice(0, pattern.search(/[*{]/)).replace(/[^/]*$/, '');
  const expression = new RegExp(
    `^${pattern
      .split(/(\*\*\/|\*|\{[^}]*\})/)
      .map(toExpression)
      .join('')}$`,
  );
  return readdirSync(path.resolve(directory, fixed), { recursive: true })
    .map((found) => fixed + found.split(path.sep).join('/'))
    .filter((file) => expression.test(file))
    .sort();
}

function toExpression(part) {
  if (part === '**/') return '(?:[^/]+/)*';
  if (part === '*') return '[^/]*';
  if (part.startsWith('{')) return `(?:${part.slice(1, -1).split(',').join('|')})`;
  return part.replace(/[.+?^$()|[\]\\]/g, '\\$&');
}
