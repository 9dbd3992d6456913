import type { Step } from '../step.ts';
import { baseImages } from './base-images.ts';
import { browser } from './browser.ts';
import { containerEngine } from './container-engine.ts';
import { gitHooks } from './git-hooks.ts';
import { git } from './git.ts';
import { node } from './node.ts';
import { packageIndex } from './package-index.ts';
import { linters, pythonPackages } from './poetry-project.ts';
import { poetry } from './poetry.ts';
import { python } from './python.ts';

/** In the order in which one step needs another. */
export const workspace: Step[] = [node, git, python, poetry, pythonPackages];
export const containers: Step[] = [containerEngine, baseImages, packageIndex];
export const allSteps: Step[] = [...workspace, gitHooks, linters, browser, ...containers];
export { browser, linters };
