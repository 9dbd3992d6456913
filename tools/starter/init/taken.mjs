// @ts-check
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** @import { Taken } from './refusals.mjs' */

/** Modules that later versions of Python have and the one here may not. The image runs a later one. */
const OF_LATER_VERSIONS = ['annotationlib', 'compression'];

const ASK = `
import builtins, importlib.metadata, json, keyword, sys
print(json.dumps({
    "keywords": [*keyword.kwlist, *keyword.softkwlist],
    "builtins": dir(builtins),
    "standard": sorted(sys.stdlib_module_names),
    "packages": sorted(importlib.metadata.packages_distributions()),
}))
`;

/**
 * Asks Python, npm's lock, Poetry's lock and the workspace which names they have already.
 *
 * @param {string} root the workspace, set up
 * @returns {Taken}
 */
export function takenNames(root) {
  const api = join(root, 'apps/api');
  const asked = spawnSync(join(api, '.venv/bin/python'), ['-c', ASK], { encoding: 'utf8' });
  if (asked.status !== 0) throw new Error(`Python did not answer: ${asked.error?.message ?? asked.stderr}`);
  const python = JSON.parse(asked.stdout);
  const locked = readFileSync(join(api, 'poetry.lock'), 'utf8').matchAll(/^name = "([^"]+)"/gm);
  const packages = Object.keys(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages);
  return {
    keywords: new Set(python.keywords.map((/** @type {string} */ word) => word.toLowerCase())),
    builtins: new Set(python.builtins),
    standard: new Set([...python.standard, ...OF_LATER_VERSIONS]),
    packages: new Set([
      ...python.packages,
      ...Array.from(locked, ([, name = '']) => name.replaceAll(/[-.]/g, '_').toLowerCase()),
    ]),
    modules: new Set(readdirSync(api).map((name) => name.replace(/\.(?:py|conf\.py)$/, ''))),
    scopes: new Set(packages.flatMap((path) => /node_modules\/@([^/]+)\/[^/]+$/.exec(path)?.[1] ?? [])),
    folders: new Set(readdirSync(root).flatMap((name) => (name.startsWith('.') ? [name.slice(1)] : []))),
  };
}
