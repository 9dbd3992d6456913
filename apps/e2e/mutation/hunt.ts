import { stripVTControlCharacters } from 'node:util';
import type { Mutant } from '@app/mutation';
import type { Check } from '../contract/collect.ts';
import type { Stack } from '../support/stack.ts';
import { runCheck } from './checks.ts';

/** Checks that run at the same time: they mostly wait. */
const AT_ONCE = 4;

/** Of those that wait for a time limit; some start another Gunicorn for it. */
const WAITING_AT_ONCE = 3;

/** A check that failed, and the beginning of what it said. */
export interface Complaint {
  check: Check;
  complaint: string;
}

/** What a hunt came to. */
export interface Catch {
  /** What noticed the mutant; undefined when nothing did. */
  killer: Complaint | undefined;
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

/** What a check is known by between runs. */
export function nameOf({ row, title }: Check): string {
  return `${row}: ${title}`;
}

/**
 * Looks for a check that notices a mutant. What noticed the same mutant in an earlier run is asked first, then what noticed
 * other mutants of the same file, and in the whole suite the rest of those rows before others, since faults of one topic are
 * mostly seen by the same tests.
 */
export class Hunt {
  private readonly killers = new Map<string, Check[]>();
  /** Checks that failed beside others and passed alone: named in the summary, and no proof of anything. */
  readonly unsteady = new Set<string>();

  /**
   * @param tiers the suite
   * @param noticedBy the name of the check that noticed a mutant in an earlier run, by the mutant's id
   */
  constructor(
    private readonly tiers: readonly Tier[],
    private readonly noticedBy: ReadonlyMap<string, string> = new Map(),
  ) {}

  /** Look for a check that fails on this stack, and once more when it runs alone; one that is known to, fails once. */
  async findKiller({ id, file }: Pick<Mutant, 'id' | 'file'>, stack: Stack): Promise<Catch> {
    const expected = this.noticedBy.get(id);
    let isStackTouched = false;
    const hints = this.tiers.map((tier) => ({
      ...narrowed(tier, (check) => nameOf(check) === expected),
      isHint: true,
    }));
    const all = [...this.likely(file), ...this.tiers].map((tier) => ({ ...tier, isHint: false }));
    for (const tier of [...hints, ...all]) {
      if (tier.checks.length === 0) continue;
      const killer = await this.search(this.inOrder(tier, file), stack, tier.isHint);
      isStackTouched ||= tier.breaks;
      if (!killer) continue;
      const others = (this.killers.get(file) ?? []).filter((check) => check !== killer.check);
      this.killers.set(file, [killer.check, ...others]);
      return { killer, isStackTouched };
    }
    return { killer: undefined, isStackTouched };
  }

  /** A hunt with those checks alone that noticed something so far. */
  again(): Hunt {
    const killers = new Set([...this.killers.values()].flat());
    return new Hunt(this.tiers.map((tier) => ({ ...tier, checks: tier.checks.filter((check) => killers.has(check)) })));
  }

  /** What noticed other mutants of the file, before the whole suite is asked; what breaks a stack is dear, and waits. */
  private likely(file: string): Tier[] {
    const killers = this.killers.get(file) ?? [];
    return this.tiers.filter(({ breaks }) => !breaks).map((tier) => narrowed(tier, (check) => killers.includes(check)));
  }

  private inOrder(tier: Tier, file: string): Tier {
    const killers = this.killers.get(file) ?? [];
    const rows = killers.map(({ row }) => row);
    const rank = (check: Check) => {
      const [own, row] = [killers.indexOf(check), rows.indexOf(check.row)];
      if (own >= 0) return own;
      return row >= 0 ? killers.length + row : 2 * killers.length;
    };
    return { ...tier, checks: [...tier.checks].sort((one, other) => rank(one) - rank(other)) };
  }

  private async search({ checks, speed, atOnce }: Tier, stack: Stack, isHint: boolean): Promise<Complaint | undefined> {
    const waiting = [...checks];
    while (waiting.length > 0) {
      const suspects: Complaint[] = [];
      const worker = async () => {
        while (suspects.length === 0) {
          const check = waiting.shift();
          if (!check) return;
          const complaint = await runCheck(check, stack, speed);
          if (complaint !== undefined) suspects.push({ check, complaint: inShort(complaint) });
        }
      };
      await Promise.all(Array.from({ length: Math.min(atOnce, waiting.length) }, worker));
      // A busy machine can fail a test once, and so can a neighbour; a wrong configuration fails it always. What failed on
      // this mutant before, twice, has now failed alone: many such checks wait long for what does not come.
      if (isHint) return suspects[0];
      for (const suspect of suspects) {
        if ((await runCheck(suspect.check, stack, speed)) !== undefined) return suspect;
        this.unsteady.add(`${nameOf(suspect.check)}: ${suspect.complaint}`);
      }
    }
    return undefined;
  }
}

/** The beginning in one line, without the colours of a terminal. */
function inShort(message: string): string {
  return stripVTControlCharacters(message).replaceAll(/\s+/g, ' ').slice(0, 200);
}

function narrowed(tier: Tier, isWanted: (check: Check) => boolean): Tier {
  return { ...tier, checks: tier.checks.filter(isWanted) };
}
