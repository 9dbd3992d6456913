import { describe, expect, it } from 'vitest';
import type { Stack } from '@app/e2e/support/stack.ts';
import type { Check } from './collector.ts';
import { hunt } from './hunt.ts';
import type { Tier } from './suite.ts';

const stack = { url: 'http://localhost' } as Stack;

/** A suite of one check at a time; `failures` says how often each check fails. */
function suiteOf(failures: Record<string, number>, breaking: string[] = []): { suite: Tier[]; ran: string[] } {
  const ran: string[] = [];
  const check = (name: string): Check => ({
    name,
    file: name.split(':')[0] ?? '',
    run: async () => {
      ran.push(name);
      failures[name] = (failures[name] ?? 0) - 1;
      if (failures[name] >= 0) throw new Error(`${name} failed`);
    },
  });
  const tier = (names: string[], breaksStack: boolean): Tier => ({
    parallel: 1,
    timeout: 1000,
    breaksStack,
    checks: names.map(check),
  });
  const others = Object.keys(failures).filter((name) => !breaking.includes(name));
  return { suite: [tier(others, false), tier(breaking, true)], ran };
}

describe('hunt', () => {
  it('runs a check that failed before first, and accepts a single failure', async () => {
    const { suite, ran } = suiteOf({ 'a: 1': 0, 'a: 2': 0, 'b: 1': 9 });
    const { killer } = await hunt(suite, stack, { known: 'b: 1' });
    expect(killer?.message).toBe('b: 1 failed');
    expect(ran).toEqual(['b: 1']);
  });

  it('runs the check that noticed a mutant of the same directive first, also one that breaks the stack', async () => {
    const { suite, ran } = suiteOf({ 'a: 1': 0, 'z: 1': 9 }, ['z: 1']);
    const { killer } = await hunt(suite, stack, { sibling: 'z: 1' });
    expect(killer?.check.name).toBe('z: 1');
    expect(ran).toEqual(['z: 1', 'z: 1']);
  });

  it('runs likely checks and those of the same file before others, and confirms a failure', async () => {
    const { suite, ran } = suiteOf({ 'a: 1': 0, 'b: 1': 0, 'b: 2': 9, 'c: 1': 0 });
    const { killer } = await hunt(suite, stack, { likely: ['b: 1'] });
    expect(killer?.check.name).toBe('b: 2');
    expect(ran).toEqual(['b: 1', 'b: 1', 'b: 2', 'b: 2']);
  });

  it('reports a check that fails once as flaky and continues', async () => {
    const { suite } = suiteOf({ 'a: 1': 1, 'a: 2': 9 });
    const { killer, flaky } = await hunt(suite, stack, {});
    expect(flaky.map(({ check }) => check.name)).toEqual(['a: 1']);
    expect(killer?.check.name).toBe('a: 2');
  });

  it('runs checks that break the stack last, and reports that they ran', async () => {
    const { suite, ran } = suiteOf({ 'a: 1': 0, 'z: 1': 0 }, ['z: 1']);
    expect(await hunt(suite, stack, {})).toMatchObject({ killer: undefined, isStackTouched: true });
    expect(ran).toEqual(['a: 1', 'z: 1']);
  });
});
