import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

const compressible = /\.(js|css|svg|html|json)$/;
const smallestBytes = 1024;

/** A Vite plugin that writes `.br` and `.gz` beside each text file, so that the server need not compress. */
export function precompress() {
  return {
    name: 'precompress',
    apply: 'build',
    writeBundle({ dir }, bundle) {
      for (const [name, output] of Object.entries(bundle)) {
        const content = Buffer.from(output.type === 'chunk' ? output.code : output.source);
        if (!compressible.test(name) || content.length < smallestBytes) continue;
        writeFileSync(path.join(dir, `${name}.br`), brotliCompressSync(content));
        writeFileSync(path.join(dir, `${name}.gz`), gzipSync(content, { level: 9 }));
      }
    },
  };
}
