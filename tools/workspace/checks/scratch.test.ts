import { describe, expect, it } from 'vitest';
import { expectSuccess, type NxRun } from './scratch.ts';

/** A run in which one task failed, after this many lines. */
function failedRun(lines: number): NxRun {
  const said = Array.from({ length: lines }, (_, line) => `line ${String(line)}\n\n`).join('');
  const task = (taskId: string, status: number) => ({ taskId, status, hash: '', cacheStatus: 'cache-miss' as const });
  return {
    exitCode: 1,
    output: `\n> nx run web:test  [local cache]\n\nfine\n\n> nx run api:test\n\n> pytest\n\n\u001B[31m${said}\u001B[39m`,
    tasks: { 'web:test': task('web:test', 0), 'api:test': task('api:test', 1) },
  };
}

describe('a run of Nx that should have succeeded', () => {
  it('is said to have failed with the end of what the failed task printed, and with nothing else', () => {
    const end = Array.from({ length: 12 }, (_, line) => `line ${String(line + 8)}`).join('\n');
    expect(() => {
      expectSuccess(failedRun(20));
    }).toThrow(new Error(`Nx ended with 1\nnx run api:test\n${end}`));
  });

  it('is said to have failed with the end of its own words when no task did', () => {
    expect(() => {
      expectSuccess({ exitCode: 1, output: 'Cannot find configuration for task', tasks: {} });
    }).toThrow('Nx ended with 1\nCannot find configuration');
  });

  it('passes when it did', () => {
    expect(() => {
      expectSuccess({ ...failedRun(1), exitCode: 0 });
    }).not.toThrow();
  });
});
