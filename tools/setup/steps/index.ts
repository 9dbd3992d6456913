import type { Step } from '../step.ts';
import { baseImages } from './base-images.ts';
import { browser } from './browser.ts';
import { containerEngine } from './container-engine.ts';
import { gitHooks } from './git-hooks.ts';
import { node } from './node.ts';
import { packageIndex } from './package-index.ts';
import { checkov, linters, pythonPackages, schemathesis } from './poetry-project.ts';
import { poetry } from './poetry.ts';
import { git, wrk } from './programs.ts';
import { python } from './python.ts';

// Chains, in the order in which one step needs another.
export const workspace: Step[] = [node, git, python, poetry, pythonPackages, packageIndex];
export const testTools: Step[] = [...workspace, linters, browser];
export const everything: Step[] = [...testTools, gitHooks];
export const bench: Step[] = [...workspace, browser, wrk];
export const manifests: Step[] = [...workspace, checkov];
export const fuzzer: Step[] = [...workspace, schemathesis];
export const containers: Step[] = [containerEngine, baseImages];
