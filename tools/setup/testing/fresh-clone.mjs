// @ts-check
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** @import { TestContext } from 'node:test' */

const setup = fileURLToPath(new URL('..', import.meta.url));

/**
 * A clone in which nothing is set up, beside an empty home. Both go with the test.
 *
 * @param {TestContext} context
 * @returns {{clone: string, home: string, files: () => string[]}} `files` names every file of both, with size and time
 */
export function freshClone(context) {
  const place = mkdtempSync(join(tmpdir(), 'fresh-'));
  context.after(() => rmSync(place, { recursive: true }));
  const [clone, home] = [join(place, 'clone'), join(place, 'home')];
  mkdirSync(home);
  cpSync(setup, join(clone, 'tools/setup'), { recursive: true });
  writeFileSync(join(clone, 'package-lock.json'), '{"packages":{"node_modules/a":{"version":"1.0.0"}}}');
  const files = () => {
    const names = readdirSync(place, { recursive: true, encoding: 'utf8' }).sort();
    return names.map((name) => {
      const { size, mtimeMs } = statSync(join(place, name));
      return `${name} ${size} ${mtimeMs}`;
    });
  };
  return { clone, home, files };
}
