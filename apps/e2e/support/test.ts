import { test as playwright } from '@playwright/test';
import { collector, isCollecting } from '../contract/collect.ts';
import { ask, type Answer, type AskOptions } from './http.ts';
import { personWithoutNotes, type Person } from './people.ts';
import { Probe } from './probe.ts';
import type { Stack } from './stack.ts';
import { sharedStack, targetOrigin } from './target.ts';
import { forgetExchanges, recordBrowser, takeExchanges } from './wire.ts';

/** The attachment in which the report finds what went over the wire. */
export const WIRE_ATTACHMENT = 'wire';

export interface TestFixtures {
  /** Send a request to what is tested and read the whole answer. */
  ask: (target: string, options?: AskOptions) => Promise<Answer>;
  /** The suite's own application behind Nginx; a row that uses it needs `probe`. */
  probe: Probe;
  /** Somebody with an account and no notes, signed in on `person.session`; a row that uses it needs `writing`. */
  person: Person;
  /** Attaches what went over the wire, for the report. */
  wire: undefined;
  /** Attaches what the containers wrote during a test that failed. */
  logsOnFailure: undefined;
}

export interface WorkerFixtures {
  /** The running stack; a row that uses it needs `engine`. */
  stack: Stack;
  /** Where the tested product answers, e.g. `http://localhost:8080`. */
  origin: string;
}

/** Playwright's `test` with what every test of the product needs. */
export const test = (isCollecting ? collector : playwright).extend<TestFixtures, WorkerFixtures>({
  stack: [async ({}, use) => use(sharedStack()), { scope: 'worker' }],
  origin: [async ({}, use) => use(targetOrigin()), { scope: 'worker' }],
  baseURL: async ({ origin }, use) => use(origin),
  context: async ({ context }, use) => {
    recordBrowser(context);
    await use(context);
  },
  ask: async ({ origin }, use) => use((target, options) => ask(origin, target, options)),
  probe: async ({ origin }, use) => use(new Probe(origin)),
  person: async ({ origin }, use) => use(await personWithoutNotes(origin)),
  wire: [
    async ({}, use, testInfo) => {
      forgetExchanges();
      await use(undefined);
      const body = JSON.stringify(takeExchanges());
      await testInfo.attach(WIRE_ATTACHMENT, { body, contentType: 'application/json' });
    },
    { auto: true },
  ],
  logsOnFailure: [
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

export { expect } from './expect.ts';
