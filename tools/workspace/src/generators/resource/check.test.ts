import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { spell } from '../names/spellings.ts';
import { type Check, checksOf, runChecks } from './check.ts';

const ROOT = join(import.meta.dirname, '../../../../..');
const names = { name: spell('cudgel'), plural: spell('cudgels') };

const script = (tool: string, code: string): Check => ({
  tool,
  cwd: join(ROOT, 'apps/api'),
  program: process.execPath,
  args: ['--eval', code],
});

const failing = (tool: string, ...lines: string[]) =>
  script(tool, `console.log(${JSON.stringify(lines.join('\n'))}); process.exitCode = 1`);

describe('runChecks', () => {
  it('says how long the checks took', async () => {
    const log = vi.spyOn(console, 'log').mockReturnValue();
    await runChecks(ROOT, [script('Ruff', ''), script('tsc', '')], names);
    expect(log).toHaveBeenCalledWith(expect.stringMatching(/^✓ Checked with Ruff, tsc in \d+ s$/));
  });

  it.each([
    ['concise output', 'apps/api/app/cudgels/models.py', ['app/cudgels/models.py:1:1: A001 shadows']],
    [
      'a file on a line of its own',
      '/w/features/cudgels/cudgel.ts',
      ['', '/w/features/cudgels/cudgel.ts', '  1:1 error'],
    ],
    ['other files before it', 'apps/api/fake-cudgels.ts', ['app.ts(1,2): error', 'fake-cudgels.ts(1,2): error']],
    ['other files only', 'apps/api/app.tsx', ['app.tsx(1,2): error']],
  ])('names the failing file: %s', async (_kind, file, lines) => {
    const failure = runChecks(ROOT, [script('mypy', ''), failing('tsc', ...lines)], names);
    await expect(failure).rejects.toThrow(`${file} does not pass tsc.\n`);
    await expect(failure).rejects.toThrow('npx nx g remove-resource cudgel" and');
    await expect(failure).rejects.toThrow(lines.at(-1));
  });

  it('reports a program that is missing', async () => {
    const missing = { ...script('ESLint', ''), program: './no-such-program' };
    await expect(runChecks(ROOT, [missing], names)).rejects.toThrow('The workspace does not pass ESLint.');
  });

  it('covers the linters and type checkers of both languages', () => {
    const tools = checksOf('/w', names.plural).map(({ tool }) => tool);
    expect(tools).toEqual(['Ruff', 'mypy', 'import-linter', 'tsc', 'ESLint']);
  });
});
