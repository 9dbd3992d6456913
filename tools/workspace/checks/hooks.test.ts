import { spawnSync } from 'node:child_process';
import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Scratch } from './scratch';

const TYPESCRIPT = 'libs/api-client/src/csrf.ts';
const PYTHON = 'apps/api/tandem/accounts/models.py';

let scratch: Scratch;
let branch: string;

function read(path: string): string {
  return readFileSync(join(scratch.root, path), 'utf8');
}

function append(path: string, text: string): void {
  appendFileSync(join(scratch.root, path), text);
}

/** Commits what is staged, as a person would. */
function commit(env: NodeJS.ProcessEnv = {}) {
  const words = ['-c', 'user.name=check', '-c', 'user.email=check@localhost', 'commit', '--message', 'An edit'];
  const run = spawnSync('git', words, { cwd: scratch.root, env: { ...scratch.env, ...env }, encoding: 'utf8' });
  return { isDone: run.status === 0, output: `${run.stdout}${run.stderr}` };
}

beforeAll(() => {
  scratch = new Scratch();
  branch = scratch.git('branch', '--show-current').trim();
  scratch.run('npx', 'lefthook', 'install');
});

afterAll(() => {
  scratch[Symbol.dispose]();
});

beforeEach(() => {
  rmSync(join(scratch.root, 'lefthook-local.yml'), { force: true });
  scratch.git('checkout', '--quiet', '--force', branch);
});

describe('the hook before a commit', () => {
  it('formats what is staged, in both languages, and commits that', () => {
    append(TYPESCRIPT, "\nexport const  edited = 'yes'\n");
    append(PYTHON, "\nEDITED   = 'yes'\n");
    scratch.git('add', '--all');
    const { isDone, output } = commit();
    expect(isDone, output).toBe(true);
    const committed = scratch.git('show', 'HEAD');
    expect(committed).toContain("+export const edited = 'yes';\n");
    expect(committed).toContain('+EDITED = "yes"\n');
    expect(scratch.git('status', '--porcelain')).toBe('');
  });

  it('adds no word to git’s where all is well, in the first commit of a clone too', () => {
    scratch.git('checkout', '--quiet', '--orphan', 'first');
    scratch.git('reset', '--quiet');
    rmSync(join(scratch.root, '.nx'), { recursive: true, force: true });
    scratch.git('add', TYPESCRIPT, PYTHON);
    const { isDone, output } = commit();
    const lines = output.split('\n').filter((line) => !/^\[first|^ \d+ files changed|^ create mode/.test(line));
    expect(isDone, output).toBe(true);
    expect(lines.join('\n').trim()).toBe('');
  });

  it('knows who may import whom, in a clone where no task has run', () => {
    rmSync(join(scratch.root, '.nx'), { recursive: true, force: true });
    append(TYPESCRIPT, "\nexport { Button } from '@tandem/ui';\n");
    scratch.git('add', '--all');
    const { isDone, output } = commit();
    expect(isDone).toBe(false);
    expect(output).toContain('@nx/enforce-module-boundaries');
  });

  it('lets a merge through as it is', () => {
    scratch.git('checkout', '--quiet', '-b', 'other');
    append(PYTHON, "\nMERGED   = 'as it is'\n");
    scratch.git('add', '--all');
    expect(commit({ LEFTHOOK: '0' }).isDone).toBe(true);
    scratch.git('checkout', '--quiet', branch);
    scratch.git('merge', '--quiet', '--no-ff', '--no-commit', 'other');
    const { isDone, output } = commit();
    expect(isDone, output).toBe(true);
    expect(read(PYTHON)).toContain("MERGED   = 'as it is'\n");
  });

  it.each([
    ['ESLint', TYPESCRIPT, '\nexport const isSame = (a: unknown) => a == 1;\n', 'eqeqeq'],
    ['ruff', PYTHON, '\ndef undocumented():\n    pass\n', 'D103'],
  ])('refuses what %s can’t mend, and names the rule', (_linter, path, text, rule) => {
    const before = scratch.git('rev-parse', 'HEAD');
    append(path, text);
    scratch.git('add', '--all');
    const { isDone, output } = commit();
    expect(isDone).toBe(false);
    expect(output).toContain(rule);
    expect(scratch.git('rev-parse', 'HEAD')).toBe(before);
  });

  it('leaves alone what is not staged, in the same file too', () => {
    append(TYPESCRIPT, "\nexport const staged = 'yes';\n");
    scratch.git('add', '--all');
    append(TYPESCRIPT, "\nexport const  unstaged = 'not yet'\n");
    append(PYTHON, "\nUNSTAGED   = 'not yet'\n");
    const { isDone, output } = commit();
    expect(isDone, output).toBe(true);
    expect(scratch.git('show', 'HEAD')).not.toContain('unstaged');
    expect(read(TYPESCRIPT)).toContain("export const  unstaged = 'not yet'\n");
    expect(read(PYTHON)).toContain("UNSTAGED   = 'not yet'\n");
  });

  it.each([
    ['once, by LEFTHOOK=0', { LEFTHOOK: '0' }, undefined],
    ['for good, by lefthook-local.yml', {}, 'pre-commit:\n  skip: true\n'],
  ])('can be switched off %s', (_way, env, local) => {
    if (local) writeFileSync(join(scratch.root, 'lefthook-local.yml'), local);
    append(PYTHON, "\nEDITED   = 'no'\n");
    scratch.git('add', '--update');
    const { isDone, output } = commit(env);
    expect(isDone, output).toBe(true);
    expect(scratch.git('show', 'HEAD')).toContain("+EDITED   = 'no'\n");
  });

  it('lets a commit through where the Python environment is not there yet', () => {
    rmSync(join(scratch.root, 'apps/api/.venv'));
    append(PYTHON, "\nEDITED   = 'here'\n");
    scratch.git('add', '--update');
    const { isDone, output } = commit();
    expect(isDone, output).toBe(true);
  });
});
