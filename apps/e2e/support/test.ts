import { test as base } from '@playwright/test';
import { ask, type Answer, type AskOptions } from './http';
import { personWithoutNotes, type Person } from './people';
import { Probe } from './probe';
import type { Stack } from './stack';
import { sharedStack, targetOrigin } from './target';

export interface TestFixtures {
  /** Send a request to what is tested and read the whole answer. */
  ask: (target: string, options?: AskOptions) => Promise<Answer>;
  /** The suite's own application behind Nginx; needs the tag @own-stack. */
  probe: Probe;
  /** Somebody with an account and no notes, signed in on `person.session`. */
  person: Person;
  /** Attaches what the containers wrote during a test that failed. */
  logsOnFailure: undefined;
}

export interface WorkerFixtures {
  /** The running stack; needs the tag @own-stack. */
  stack: Stack;
  /** Where the tested product answers, e.g. `http://localhost:8080`. */
  origin: string;
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixtures' names from the pattern
  stack: [async ({}, use) => use(sharedStack()), { scope: 'worker' }],
  // eslint-disable-next-line no-empty-pattern -- as above
  origin: [async ({}, use) => use(targetOrigin()), { scope: 'worker' }],
  baseURL: async ({ origin }, use) => use(origin),
  ask: async ({ origin }, use) => use((target, options) => ask(origin, target, options)),
  probe: async ({ origin }, use) => use(new Probe(origin)),
  person: async ({ origin }, use) => use(await personWithoutNotes(origin)),
  logsOnFailure: [
    // eslint-disable-next-line no-empty-pattern -- as above
    async ({}, use, testInfo) => {
      const started = new Date();
      await use(undefined);
      if (testInfo.status === testInfo.expectedStatus || process.env.BASE_URL) return;
      const body = await sharedStack().logs(undefined, started);
      await testInfo.attach('containers.log', { body, contentType: 'text/plain' });
    },
    { auto: true },
  ],
});

export { expect } from './expect';
