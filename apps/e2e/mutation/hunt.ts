import type { Check } from '../contract/collect';
import type { Stack } from '../support/stack';
import { runCheck } from './checks';

/** Checks that run at the same time: they mostly wait. */
const AT_ONCE = 6;

/** Of those that wait for a time limit; some start another Gunicorn for it. */
const WAITING_AT_ONCE = 3;

/** What a hunt came to. */
export interface Catch {
  /** The check that noticed the mutant; undefined when nothing did. */
  killer: Check | undefined;
  /** The stack was stopped and broken by checks, so that it must be put right. */
  isStackTouched: boolean;
}

/** Checks of one speed, in the order in which they are tried. */
export interface Tier {
  speed: 'fast' | 'slow';
  /** How many run at the same time. */
  atOnce: number;
  /** Whether its checks stop and replace containers. */
  breaks: boolean;
  checks: readonly Check[];
}

/** The three parts of the suite: quick ones, those that wait for a time limit, and those that break something. */
export function tiers(fast: readonly Check[], waiting: readonly Check[], breaking: readonly Check[]): Tier[] {
  return [
    { speed: 'fast', atOnce: AT_ONCE, breaks: false, checks: fast },
    { speed: 'slow', atOnce: WAITING_AT_ONCE, breaks: false, checks: waiting },
    { speed: 'slow', atOnce: 1, breaks: true, checks: breaking },
  ];
}

/**
 * Looks for a check that notices a mutant. What noticed the last mutants of the same file is tried first, since faults of
 * one topic are mostly seen by the same tests.
 */
export class Hunt {
  private readonly killers = new Map<string, Check[]>();
  /** Checks that failed once and passed when they were asked again: named in the summary, and no proof of anything. */
  readonly unsteady = new Set<string>();

  constructor(private readonly tiers: readonly Tier[]) {}

  /**
   * Look for a check that fails twice on this stack.
   *
   * @param file the mutant's; its earlier killers are tried first
   */
  async findKiller(file: string, stack: Stack): Promise<Catch> {
    let isStackTouched = false;
    const remembered = this.killers.get(file) ?? [];
    for (const tier of this.tiers) {
      const own = remembered.filter((check) => tier.checks.includes(check));
      const rest = tier.checks.filter((check) => !own.includes(check));
      const killer = await this.search({ ...tier, checks: [...own, ...rest] }, stack);
      isStackTouched ||= tier.breaks;
      if (!killer) continue;
      this.killers.set(file, [killer, ...remembered.filter((check) => check !== killer)]);
      return { killer, isStackTouched };
    }
    return { killer: undefined, isStackTouched };
  }

  private async search({ checks, speed, atOnce }: Tier, stack: Stack): Promise<Check | undefined> {
    const waiting = [...checks];
    let killer: Check | undefined;
    const worker = async () => {
      for (let check = waiting.shift(); check && !killer; check = waiting.shift()) {
        if ((await runCheck(check, stack, speed)) === undefined) continue;
        // A busy machine can fail a test once; a wrong configuration fails it always.
        if ((await runCheck(check, stack, speed)) === undefined) this.unsteady.add(check.title);
        else killer ??= check;
      }
    };
    await Promise.all(Array.from({ length: Math.min(atOnce, checks.length) }, worker));
    return killer;
  }
}
