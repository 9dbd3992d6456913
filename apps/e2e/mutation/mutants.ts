import { test as base } from '@playwright/test';
import { allMutants, sources } from './all-mutants';
import type { Check } from '../contract/collect';
import { Hunt, type Catch } from './hunt';
import { MutantStack, type Started } from './mutant-stack';
import { OUTCOME, type Outcome } from './outcome';
import { select } from './select';
import { loadSuite } from './suite';

const suite = await loadSuite();
/** What was caught where nothing was asked. */
const NOBODY: Catch = { killer: undefined, isStackTouched: false };

/** One stack a worker, on which every check passes before the first mutant and after the last. */
const test = base.extend<object, { mutants: MutantStack; hunt: Hunt }>({
  hunt: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixtures' names from the pattern
    async ({}, use) => {
      const hunt = new Hunt(suite);
      await use(hunt);
      if (hunt.unsteady.size > 0) process.stdout.write(`Failed once: ${[...hunt.unsteady].join('; ')}\n`);
    },
    { scope: 'worker' },
  ],
  mutants: [
    // eslint-disable-next-line no-empty-pattern -- as above
    async ({}, use, { workerIndex }) => {
      const mutants = await MutantStack.start(`mutant-${workerIndex}`, sources);
      try {
        await expectNoComplaint(mutants);
        await use(mutants);
        await mutants.restore();
        await expectNoComplaint(mutants);
      } finally {
        await mutants.stop();
      }
    },
    { scope: 'worker', timeout: 600_000 },
  ],
});

/** A check that fails without a mutant would count every mutant as noticed. */
async function expectNoComplaint({ stack }: MutantStack): Promise<void> {
  const { killer } = await new Hunt(suite).findKiller('', stack);
  if (killer) throw new Error(`Fails on the unchanged configuration: ${killer.row}: ${killer.title}`);
}

for (const mutant of select(allMutants())) {
  test(mutant.id, async ({ mutants, hunt }, testInfo) => {
    const started = Date.now();
    const state = await mutants.install(mutant);
    const { killer, isStackTouched } = state === 'serving' ? await hunt.findKiller(mutant.file, mutants.stack) : NOBODY;
    if (isStackTouched) await mutants.restore();
    const outcome: Outcome = { ...verdict(state, killer), ms: Date.now() - started };
    await testInfo.attach(OUTCOME, { body: JSON.stringify(outcome), contentType: 'application/json' });
  });
}

function verdict(state: Started, killer: Check | undefined): Omit<Outcome, 'ms'> {
  if (state === 'refused') return { outcome: 'refused' };
  if (state === 'not serving') return { outcome: 'killed', killer: 'nothing is served' };
  return killer ? { outcome: 'killed', killer: `${killer.row}: ${killer.title}` } : { outcome: 'survived' };
}
