import type { Check } from '../contract/collect.ts';
import { ask } from '../support/http.ts';
import { PATIENCE_MS } from '../support/patience.ts';
import { newPerson } from '../support/people.ts';
import { Probe } from '../support/probe.ts';
import type { Stack } from '../support/stack.ts';

/** Fixtures that a check may ask for here; one that needs a browser is for the suite itself. */
const KNOWN = ['ask', 'probe', 'origin', 'person', 'stack'];

/** Whether a check can be called without Playwright around it. */
export function isCallable({ fixtures }: Check): boolean {
  return fixtures.every((name) => KNOWN.includes(name));
}

/** Milliseconds after which a check counts as failed: more than one assertion may wait. */
const PATIENCE = { fast: 1.5 * PATIENCE_MS, slow: 6 * PATIENCE_MS };

/** Run a check once, with its hooks. Returns what was wrong; undefined when all was well. */
export async function runCheck(check: Check, stack: Stack, speed: keyof typeof PATIENCE): Promise<string | undefined> {
  const timeout = deadline(PATIENCE[speed]);
  try {
    await Promise.race([runWithHooks(check, stack), timeout.expired]);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    timeout.clear();
  }
}

async function runWithHooks(check: Check, stack: Stack): Promise<void> {
  const origin = stack.url;
  const fixtures = {
    origin,
    stack,
    ask: (target: string, options?: Parameters<typeof ask>[2]) => ask(origin, target, options),
    probe: new Probe(origin),
    person: check.fixtures.includes('person') ? await newPerson(origin) : undefined,
  } as never;
  try {
    for (const hook of check.before) await hook(fixtures);
    await check.body(fixtures, undefined as never);
  } finally {
    for (const hook of check.after) await hook(fixtures);
  }
}

function deadline(milliseconds: number): { expired: Promise<never>; clear: () => void } {
  const abort = new AbortController();
  const expired = new Promise<never>((_, reject) => {
    const timer = setTimeout(() => reject(new Error(`It took more than ${milliseconds} ms.`)), milliseconds);
    abort.signal.addEventListener('abort', () => clearTimeout(timer));
  });
  return { expired, clear: () => abort.abort() };
}
