import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { readGuide } from '../../full-checks/guides/guide';
import { SOMEBODY } from '../scratch';

const FOLDER = 'docs/guides';
/** These take their time, and nothing that a page changes afterwards is theirs, the page of generators aside. */
const LEFT_OUT = ['npx', 'npm', 'docker', 'curl'];
const STUBS = LEFT_OUT.map((program) => `${program}() { :; }\n`).join('');
const OF_GENERATORS = 'add-a-resource.md';

/**
 * Whether each change that a guide shows fits the product's files.
 *
 * @param root of a product with a commit, which stays as it is
 * @param unfit pages that need not
 */
export function expectGuidesFit(root: string, unfit: readonly string[] = []): void {
  const pages = guidesWithChanges(root);
  expect(pages.length).toBeGreaterThan(4);
  const misfits = pages
    .filter((page) => !unfit.includes(page))
    .map((page) => [page, changesThatDoNotFit(root, page)] as const);
  expect(misfits.filter(([, lines]) => lines.length > 0)).toEqual([]);
}

/** Guides of a product that show changes of files which it has. */
function guidesWithChanges(root: string): string[] {
  const pages = readdirSync(join(root, FOLDER)).filter((page) => page !== OF_GENERATORS);
  return pages.filter((page) => /^```diff$/m.test(readFileSync(join(root, FOLDER, page), 'utf8')));
}

/**
 * Makes the changes that a guide shows, each on top of what its commands before it do to files. That the commands succeed,
 * and where all of it arrives, takes minutes: `full-checks/guides.test.ts`.
 *
 * @returns of each change that does not fit, the line of the page and git's words
 */
function changesThatDoNotFit(root: string, page: string): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'guide-'));
  const copy = join(folder, 'product');
  const env = { ...process.env, ...SOMEBODY };
  try {
    execFileSync('git', ['clone', '--quiet', root, copy]);
    const steps = readGuide(readFileSync(join(copy, FOLDER, page), 'utf8'));
    return steps.flatMap(({ kind, text, line }) => {
      if (kind === 'commands') spawnSync('bash', ['-c', STUBS + text], { cwd: copy, env });
      if (kind !== 'patch') return [];
      const apply = spawnSync('git', ['apply', '-'], { cwd: copy, input: `${text}\n`, encoding: 'utf8' });
      return apply.status === 0 ? [] : [`line ${String(line)}: ${apply.stderr.trim()}`];
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
