// @ts-check
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Git } from '../git.mjs';

/** @import { TestContext } from 'node:test' */

/** The workspace that these tests belong to. */
export const workspaceRoot = fileURLToPath(new URL('../../..', import.meta.url)).replace(/\/$/, '');

/** Commits need somebody. */
export const SOMEBODY = {
  GIT_AUTHOR_NAME: 'check',
  GIT_AUTHOR_EMAIL: 'check@localhost',
  GIT_COMMITTER_NAME: 'check',
  GIT_COMMITTER_EMAIL: 'check@localhost',
};

/**
 * A repository of its own that goes with the test.
 *
 * @param {TestContext} context
 * @param {Record<string, string>} files committed at once
 */
export function repository(context, files) {
  const root = mkdtempSync(join(tmpdir(), 'starter-test-'));
  context.after(() => rmSync(root, { recursive: true, force: true }));
  const git = new Git(root, SOMEBODY);
  git.run('init', '--quiet', '--initial-branch', 'main');
  writeFiles(root, files);
  git.run('add', '--all');
  git.run('commit', '--quiet', '--message', 'begins');
  return git;
}

/** @param {string} root @param {Record<string, string>} files */
export function writeFiles(root, files) {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}
