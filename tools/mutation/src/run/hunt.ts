import { stripVTControlCharacters } from 'node:util';
import type { Stack } from '@app/e2e/support/stack.ts';
import type { Check } from './collector.ts';
import type { Tier } from './suite.ts';

/** A failed check with the start of its message. */
export interface Failure {
  check: Check;
  message: string;
}

/** Names of checks that are likely to fail. */
export interface Hints {
  /** The check that noticed this mutant in an earlier run. */
  known?: string | undefined;
  /** The check that noticed the previous mutant of the same directive. */
  sibling?: string | undefined;
  /** Checks that noticed mutants of the same file, the most recent first. */
  likely?: readonly string[];
}

export interface HuntResult {
  /** Undefined when every check passed. */
  killer?: Failure | undefined;
  /** Whether checks ran that stop and replace containers. */
  isStackTouched: boolean;
  /** Checks that failed once and passed when repeated alone. */
  flaky: Failure[];
}

/** Run the checks against the stack, the likely ones first, until one fails. */
export async function hunt(
  suite: readonly Tier[],
  stack: Stack,
  { known, sibling, likely = [] }: Hints,
): Promise<HuntResult> {
  const result: HuntResult = { isStackTouched: false, flaky: [] };
  const attempts = [
    ...suite.map((tier) => ({ tier: filter(tier, ({ name }) => name === known), isConfirmed: true })),
    ...suite.map((tier) => ({ tier: filter(tier, ({ name }) => name === sibling), isConfirmed: false })),
    // Breaking checks are slow, because the stack has to be restored afterwards.
    ...suite
      .filter(({ breaksStack }) => !breaksStack)
      .map((tier) => ({ tier: filter(tier, ({ name }) => likely.includes(name)), isConfirmed: false })),
    ...suite.map((tier) => ({ tier, isConfirmed: false })),
  ];
  for (const { tier, isConfirmed } of attempts) {
    if (tier.checks.length === 0) continue;
    result.isStackTouched ||= tier.breaksStack;
    result.killer = await search(sort(tier, likely), stack, isConfirmed, result.flaky);
    if (result.killer) return result;
  }
  return result;
}

function filter(tier: Tier, isWanted: (check: Check) => boolean): Tier {
  return { ...tier, checks: tier.checks.filter(isWanted) };
}

/** Likely checks first, then those of the same spec files. */
function sort(tier: Tier, likely: readonly string[]): Tier {
  const files = likely.map((name) => name.split(':')[0]);
  const rank = ({ name, file }: Check) => {
    if (likely.includes(name)) return likely.indexOf(name);
    return likely.length + (files.includes(file) ? files.indexOf(file) : files.length);
  };
  return { ...tier, checks: [...tier.checks].sort((one, other) => rank(one) - rank(other)) };
}

async function search(tier: Tier, stack: Stack, isConfirmed: boolean, flaky: Failure[]): Promise<Failure | undefined> {
  const waiting = [...tier.checks];
  while (waiting.length > 0) {
    const failures: Failure[] = [];
    const work = async () => {
      while (failures.length === 0) {
        const check = waiting.shift();
        if (!check) return;
        const message = await run(check, stack, tier.timeout);
        if (message !== undefined) failures.push({ check, message });
      }
    };
    await Promise.all(Array.from({ length: tier.parallel }, work));
    for (const failure of failures) {
      // A check can fail once on a busy machine. A killer must fail again when it runs alone, unless it did in an earlier run.
      if (isConfirmed || (await run(failure.check, stack, tier.timeout)) !== undefined) return failure;
      flaky.push(failure);
    }
  }
  return undefined;
}

/** Run one check. Returns the start of its message when it fails. */
async function run(check: Check, stack: Stack, timeout: number): Promise<string | undefined> {
  const { promise: expired, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error(`Not finished after ${timeout} ms.`)), timeout);
  try {
    await Promise.race([check.run({ stack, origin: stack.url }), expired]);
    return undefined;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return stripVTControlCharacters(message).replaceAll(/\s+/g, ' ').slice(0, 200);
  } finally {
    clearTimeout(timer);
  }
}
