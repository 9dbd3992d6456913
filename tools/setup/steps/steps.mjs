// @ts-check
import { baseImages } from './base-images.mjs';
import { browser } from './browser.mjs';
import { containerEngine } from './container-engine.mjs';
import { gitHooks } from './git-hooks.mjs';
import { linters } from './linters.mjs';
import { npmPackages } from './npm-packages.mjs';
import { poetry } from './poetry.mjs';
import { pythonPackages } from './python-packages.mjs';
import { python } from './python.mjs';
import { registry } from './registry.mjs';
import { git, node } from './system.mjs';

/** @import { Step } from './run-steps.mjs' */

/** What each command needs, in the order in which one thing needs another. */
const workspace = [node, git, npmPackages, python, poetry, pythonPackages];
const containers = [containerEngine, baseImages];

/** @type {Readonly<Record<'start' | 'test' | 'dev' | 'graph' | 'release' | 'setup' | 'update' | 'updateCheck' | 'init', Step[]>>} */
export const stepsOf = Object.freeze({
  graph: [node, git, npmPackages],
  dev: workspace,
  init: workspace,
  update: workspace,
  updateCheck: [node, git],
  release: [node, git, npmPackages],
  start: [...workspace, ...containers],
  test: [...workspace, linters, browser, ...containers, registry],
  setup: [...workspace, gitHooks, linters, browser, ...containers, registry],
});
