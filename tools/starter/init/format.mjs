// @ts-check
import { join } from 'node:path';
import { run } from './run.mjs';

/** @import { Tree } from '@nx/devkit' */

/** What `workspace:format-check` looks at. */
const PRETTIERS = /\.(?:ts|tsx|mjs|json|css|yaml|yml|html)$/;
const API = 'apps/api';
const PYTHON = [API, 'apps/e2e/probe'];

/**
 * Another name makes lines longer or shorter, and moves imports in their order.
 *
 * @param {Tree} tree
 * @returns {() => void} brings what was changed into the form that the checks ask for, once it is written
 */
export function formatter(tree) {
  const changed = tree.listChanges().filter(({ type }) => type !== 'DELETE');
  const files = changed.map(({ path }) => path).filter((path) => PRETTIERS.test(path));
  const pages = changed.map(({ path }) => path).filter((path) => path.endsWith('.md'));
  return () => {
    const prettier = join(tree.root, 'node_modules/prettier/bin/prettier.cjs');
    run(tree.root, process.execPath, [prettier, '--write', '--log-level=warn', ...files]);
    // Prose is wrapped by hand, and stays so; the columns of tables are as wide as their longest word.
    run(tree.root, process.execPath, [prettier, '--write', '--log-level=warn', '--ignore-path=.gitignore', ...pages]);
    const ruff = ['-m', 'ruff', '--quiet'];
    const python = join(tree.root, API, '.venv/bin/python');
    for (const folder of PYTHON) {
      run(join(tree.root, folder), python, [...ruff, 'check', '--select', 'I', '--fix', '.']);
      run(join(tree.root, folder), python, [...ruff, 'format', '.']);
    }
  };
}
