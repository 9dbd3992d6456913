import { brotliCompressSync } from 'node:zlib';
import type { Plugin } from 'vite';

/**
 * Fails the build when the start page needs too much script and style.
 *
 * @param limitKb - kilobytes, compressed as Nginx sends them
 * @param page - the name of the start page's module
 */
export function firstVisitLimit(limitKb: number, page: string): Plugin {
  return {
    name: 'first-visit-limit',
    apply: 'build',
    // After Vite has emitted the style sheet.
    enforce: 'post',
    generateBundle(_options, bundle) {
      const sizes = new Map<string, number>();
      const add = (fileName: string) => {
        const file = bundle[fileName];
        if (file === undefined || sizes.has(fileName)) return;
        sizes.set(fileName, brotliCompressSync(file.type === 'chunk' ? file.code : file.source).length / 1000);
        if (file.type === 'chunk') file.imports.forEach(add);
      };
      for (const file of Object.values(bundle)) {
        const isFirst = file.type === 'chunk' ? file.isEntry || file.name === page : file.fileName.endsWith('.css');
        if (isFirst) add(file.fileName);
      }
      const total = [...sizes.values()].reduce((sum, size) => sum + size, 0);
      if (total <= limitKb) return;
      const list = [...sizes].map(([fileName, size]) => `  ${size.toFixed(1)} kB  ${fileName}`).join('\n');
      this.error(
        `The first visit loads ${total.toFixed(1)} kB of script and style, ${String(limitKb)} kB are allowed:\n${list}`,
      );
    },
  };
}
