import { test as base } from '@playwright/test';
import { allMutants, sources } from './all-mutants.ts';
import { readExceptions } from './excepted.ts';
import { Hunter, type HuntReply } from './hunter.ts';
import { MutantStack, type Started } from './mutant-stack.ts';
import { OUTCOME, type Outcome } from './outcome.ts';
import { asksExcepted, select } from './select.ts';

/** What was caught where nothing was asked. */
const NOBODY: HuntReply = { isStackTouched: false, unsteady: [] };
/** Mutants that nothing is asked about: a listed reason says why no check has to notice them. */
const excepted = asksExcepted ? new Set<string>() : new Set(readExceptions().map(({ mutant }) => mutant));

/** One stack a worker. The quick part of the suite passes on it before the first mutant. */
const test = base.extend<object, { mutants: MutantStack; hunter: Hunter }>({
  hunter: [
    async ({}, use) => {
      const hunter = Hunter.start();
      await use(hunter);
      hunter.stop();
    },
    { scope: 'worker' },
  ],
  mutants: [
    async ({ hunter }, use, { workerIndex }) => {
      const mutants = await MutantStack.start(`mutant-${workerIndex}`, sources);
      try {
        await hunter.expectNoComplaint('quick', mutants.stack);
        await use(mutants);
        await mutants.restore();
        await hunter.expectNoComplaint('killers', mutants.stack);
      } finally {
        await mutants.stop();
      }
    },
    { scope: 'worker', timeout: 900_000 },
  ],
});

for (const mutant of select(allMutants())) {
  test(mutant.id, async ({ mutants, hunter }, testInfo) => {
    const started = Date.now();
    const state = excepted.has(mutant.id) ? 'not asked' : await mutants.install(mutant);
    const reply = state === 'serving' ? await hunter.hunt(mutant, mutants.stack) : NOBODY;
    if (reply.isStackTouched) await mutants.restore();
    const outcome: Outcome = { ...verdict(state, reply), ms: Date.now() - started, unsteady: reply.unsteady };
    await testInfo.attach(OUTCOME, { body: JSON.stringify(outcome), contentType: 'application/json' });
  });
}

function verdict(
  state: Started | 'not asked',
  { killer, complaint = '' }: HuntReply,
): Omit<Outcome, 'ms' | 'unsteady'> {
  if (state === 'refused') return { outcome: 'refused' };
  if (state === 'not serving') return { outcome: 'killed', killer: 'nothing is served' };
  return killer ? { outcome: 'killed', killer, complaint } : { outcome: 'survived' };
}
