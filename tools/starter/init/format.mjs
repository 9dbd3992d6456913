// @ts-check
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** @import { Tree } from '@nx/devkit' */

/** What `workspace:format-check` looks at. */
const PRETTIERS = /\.(?:ts|tsx|mjs|json|css|yaml|yml|html)$/;
const API = 'apps/api';

/**
 * Another name makes lines longer or shorter, and moves imports in their order.
 *
 * @param {Tree} tree
 * @returns {() => void} brings what was changed into the form that the checks ask for, once it is written
 */
export function formatter(tree) {
  const changed = tree.listChanges().filter(({ type }) => type !== 'DELETE');
  const files = changed.map(({ path }) => path).filter((path) => PRETTIERS.test(path));
  return () => {
    const prettier = join(tree.root, 'node_modules/prettier/bin/prettier.cjs');
    run(tree.root, process.execPath, [prettier, '--write', '--log-level=warn', ...files]);
    const ruff = ['-m', 'ruff', '--quiet'];
    const python = join(tree.root, API, '.venv/bin/python');
    run(join(tree.root, API), python, [...ruff, 'check', '--select', 'I', '--fix', '.']);
    run(join(tree.root, API), python, [...ruff, 'format', '.']);
  };
}

/**
 * @param {string} cwd
 * @param {string} program
 * @param {string[]} args
 * @throws {Error} with the program's own words when it fails
 */
function run(cwd, program, args) {
  const { status, stdout, stderr, error } = spawnSync(program, args, { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${args.slice(0, 3).join(' ')}: ${error?.message ?? `${stdout}${stderr}`}`);
}
