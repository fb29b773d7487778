import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import swc from '@swc/core';
import ts from 'typescript';
import { compileScript, parse, registerTS } from 'vue/compiler-sfc';

// The compiler reads the types of props that another file declares.
registerTS(() => ts);

const ownSource = readFileSync(import.meta.filename);

/** Compiles the TypeScript and the single file components of the frontend for Jest. */
export default {
  process(source, filename) {
    const script = filename.endsWith('.vue') ? scriptOf(source, filename) : source;
    return swc.transformSync(withoutVite(script), {
      filename,
      swcrc: false,
      module: { type: 'commonjs' },
      sourceMaps: 'inline',
      jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
    });
  },

  getCacheKey(source, filename, { configString }) {
    const hash = createHash('sha256').update(ownSource).update(configString).update(filename).update(source);
    if (filename.endsWith('.vue')) {
      for (const file of typeSources(source, filename)) hash.update(readFileSync(file));
    }
    return hash.digest('hex');
  },
};

function scriptOf(source, filename) {
  const hasScript = /<script[\s>]/.test(source);
  const { descriptor, errors } = parse(hasScript ? source : `${source}\n<script setup lang="ts"></script>`, {
    filename,
  });
  if (errors.length > 0) throw errors[0];
  return compileScript(descriptor, { id: path.basename(filename), inlineTemplate: true }).content;
}

function withoutVite(script) {
  return script
    .replaceAll('import.meta.glob', 'globalThis.__importMetaGlob(__dirname, require)')
    .replaceAll('import.meta.env', "({ DEV: false, PROD: false, SSR: false, MODE: 'test', BASE_URL: '/' })");
}

/** Files whose types may have become part of the compiled props. */
function typeSources(source, filename) {
  return [...source.matchAll(/from '(\.[^']+)'/g)]
    .map(([, specifier]) => path.resolve(path.dirname(filename), specifier ?? ''))
    .flatMap((target) => [target, `${target}.ts`, path.join(target, 'index.ts')])
    .filter((file) => file.endsWith('.ts') && existsSync(file));
}
