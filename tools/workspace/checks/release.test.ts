import { execFileSync, spawnSync } from 'node:child_process';
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PLACES } from '../src/release/places.mjs';
import { Scratch } from './scratch';

const root = resolve(import.meta.dirname, '../../..');
const version = (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version;

/** Locks and prose, and what a test makes up: the same digits there mean something else. */
const elsewhere = /(?:^|\/)(?:package(?:-lock)?\.json|poetry\.lock)$|\.(?:md|txt)$|\/testing\/|\.(?:test|spec)\.\w+$/;

describe('the version', () => {
  it('is called one in no file that a release does not write', () => {
    const digits = version.replaceAll('.', '\\.');
    const found = execFileSync('git', ['grep', '-lEi', `version.*\\b${digits}\\b`], { cwd: root, encoding: 'utf8' });
    const written = Object.values(PLACES).flatMap((places) => places.map(({ file }) => file));
    const files = found.trim().split('\n');
    expect(files.filter((file) => !elsewhere.test(file) && !written.includes(file))).toEqual([]);
  });

  it.each(Object.values(PLACES).flat())('is where a release looks for it in $file', ({ file, version: pattern }) => {
    expect(pattern.exec(readFileSync(join(root, file), 'utf8'))?.[0]).toBe(version);
  });
});

describe('npm run release', () => {
  let scratch: Scratch;

  /** Runs the command in the copy. Its words are read as people see them, both streams in one. */
  function release(...words: string[]): { code: number | null; output: string } {
    const identity = { GIT_AUTHOR_NAME: 'check', GIT_COMMITTER_NAME: 'check', EMAIL: 'check@localhost' };
    const run = spawnSync(process.execPath, ['tools/setup/release.mjs', ...words], {
      cwd: scratch.root,
      encoding: 'utf8',
      env: { ...process.env, ...identity, NX_DAEMON: 'false', FORCE_COLOR: '0' },
    });
    return { code: run.status, output: `${run.stdout}${run.stderr}` };
  }

  const state = () => scratch.git('log', '--oneline', '--all', '--decorate') + scratch.git('status', '--porcelain');

  beforeEach(() => {
    scratch = new Scratch();
    scratch.git('branch', '--move', 'main');
    scratch.git('config', 'user.name', 'check');
    scratch.git('config', 'user.email', 'check@localhost');
    scratch.git('tag', `v${version}`);
  });

  afterEach(() => {
    scratch[Symbol.dispose]();
  });

  /** Commits a line that changes nothing, in a project that has no package.json of its own. */
  function commit(message: string) {
    appendFileSync(join(scratch.root, 'docker/nginx/conf/events.conf'), `# ${message}\n`);
    scratch.git('commit', '--quiet', '--all', '--message', message);
  }

  it('writes one version everywhere, the changelog, one commit and one tag', async () => {
    commit('feat(nginx): listens');
    commit('docs(nginx): says so');
    const made = release('minor');
    expect(made.code, made.output).toBe(0);

    const next = version.replace(
      /^(\d+)\.(\d+)\..*/,
      (_, major: string, minor: string) => `${major}.${Number(minor) + 1}.0`,
    );
    expect(scratch.git('log', '-1', '--format=%s')).toBe(`chore(release): ${next}\n`);
    expect(scratch.git('tag', '--points-at', 'HEAD')).toBe(`v${next}\n`);
    expect(scratch.git('status', '--porcelain')).toBe('');

    const read = (file: string) => readFileSync(join(scratch.root, file), 'utf8');
    const manifests = scratch.git('ls-files', '*package.json').trim().split('\n');
    const versions = manifests.map((file) => (JSON.parse(read(file)) as { version?: string }).version);
    expect(new Set(versions)).toEqual(new Set([next]));
    for (const { file, version: pattern } of Object.values(PLACES).flat()) {
      expect(pattern.exec(read(file))?.[0], file).toBe(next);
    }

    const changelog = read('CHANGELOG.md');
    expect(changelog).toContain(`## ${next}`);
    expect(changelog).toContain('**nginx:** listens');
    expect(changelog).not.toContain('says so');
    // What the locks and the generated document say has to follow, or the next build stops.
    expect(scratch.run('npm', 'ci', '--dry-run', '--ignore-scripts')).not.toContain('EUSAGE');
    expect((await scratch.nx('run', 'api-types:generate-check')).exitCode).toBe(0);
  });

  it('publishes what the changelog says of a tag, and no tag that is no release of the main branch', () => {
    commit('feat(nginx): listens');
    expect(release('1.2.3').code).toBe(0);
    const notes = (tag: string) =>
      spawnSync(process.execPath, ['tools/workspace/src/release/notes.mjs', tag], {
        cwd: scratch.root,
        encoding: 'utf8',
      });

    expect(notes('v1.2.3').stderr).toBe('✗ v1.2.3 is not on origin/main.\n');
    scratch.git('update-ref', 'refs/remotes/origin/main', 'HEAD');
    expect(notes('v1.2.3').stdout).toMatch(/^## 1\.2\.3 [^]*\*\*nginx:\*\* listens\n$/);
    expect(notes('v1.2.4')).toMatchObject({
      status: 1,
      stderr: '✗ v1.2.4 is not v1.2.3, the version of what is checked out.\n',
    });
  });

  it('changes nothing when something is not committed, and says what', () => {
    commit('feat(nginx): listens');
    writeFileSync(join(scratch.root, 'left-over.txt'), 'mine');
    const before = state();
    const refused = release();
    expect(refused.code).toBe(1);
    expect(refused.output).toContain('✗ Not everything is committed: left-over.txt.');
    expect(state()).toBe(before);
  });

  it('leaves nothing behind when it breaks off after files were written', () => {
    commit('feat(nginx): listens');
    writeFileSync(join(scratch.root, '.git/hooks/pre-commit'), '#!/bin/sh\nexit 1\n', { mode: 0o755 });
    const before = state();
    const broken = release();
    expect(broken.code).toBe(1);
    expect(broken.output).toContain('✗ Nx could not make the release, and everything is as it was.');
    expect(state()).toBe(before);
  });

  it('makes no empty release', () => {
    commit('docs(nginx): says so');
    const before = state();
    const refused = release();
    expect(refused.code).toBe(1);
    expect(refused.output).toContain(`✗ Nothing to release since v${version}`);
    expect(state()).toBe(before);
  });
});
