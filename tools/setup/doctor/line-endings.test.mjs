// @ts-check
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { thisHost } from '../host/host.mjs';
import { lineEndings } from './line-endings.mjs';

/** @import { TestContext } from 'node:test' */

/** A repository with the attributes of ours. @param {TestContext} context */
function repository(context) {
  const root = mkdtempSync(join(tmpdir(), 'endings-'));
  context.after(() => rmSync(root, { recursive: true }));
  const git = (/** @type {string[]} */ ...args) => execFileSync('git', args, { cwd: root });
  git('init', '--quiet');
  writeFileSync(join(root, '.gitattributes'), '* text=auto eol=lf\n*.png binary\n');
  writeFileSync(join(root, 'run.sh'), '#!/bin/sh\necho one\n');
  writeFileSync(join(root, 'picture.png'), 'one\r\ntwo\r\n');
  git('add', '--all');
  return { root, git, look: () => lineEndings.look(thisHost({ root })) };
}

test('finds a file that an editor saved with CRLF, and mends it by its command', async (context) => {
  const { root, look } = repository(context);
  assert.deepEqual(await look(), { status: 'ok', says: 'LF in 2 files' });
  writeFileSync(join(root, 'run.sh'), '#!/bin/sh\r\necho two\r\n');
  const found = await look();
  assert.ok(found.status === 'problem');
  assert.equal(found.says, 'CRLF in run.sh.');
  execFileSync('sh', ['-c', found.mend ?? ''], { cwd: root });
  assert.equal(readFileSync(join(root, 'run.sh'), 'utf8'), '#!/bin/sh\necho two\n');
  assert.equal((await look()).status, 'ok');
});

test('mends many files by one command, and no picture', async (context) => {
  const { root, git, look } = repository(context);
  for (let i = 0; i < 9; i++) writeFileSync(join(root, `file ${i}.md`), 'a\r\nb\n');
  git('-c', 'core.safecrlf=false', 'add', '--all');
  const found = await look();
  assert.ok(found.status === 'problem');
  assert.match(found.says, /and 4 more\.$/);
  execFileSync('sh', ['-c', found.mend ?? ''], { cwd: root });
  assert.equal((await look()).status, 'ok');
  assert.equal(readFileSync(join(root, 'picture.png'), 'utf8'), 'one\r\ntwo\r\n');
});

test('finds CRLF that was committed before there were attributes', async (context) => {
  const { root, git, look } = repository(context);
  const blob = execFileSync('git', ['hash-object', '-w', '--stdin', '--no-filters'], { cwd: root, input: 'a\r\n' });
  git('update-index', '--cacheinfo', `100644,${blob.toString().trim()},run.sh`);
  const found = await look();
  assert.ok(found.status === 'problem');
  assert.equal(found.mend, 'git add --renormalize .');
  execFileSync('sh', ['-c', found.mend], { cwd: root });
  assert.equal((await look()).status, 'ok');
});

test('says that the attributes overrule a setting of Windows', async (context) => {
  const { git, look } = repository(context);
  git('config', 'core.autocrlf', 'true');
  assert.match((await look()).says, /overrules core\.autocrlf=true$/);
});
