import { test as playwright } from '@playwright/test';
import { clearExchanges, recordedExchanges } from './exchanges.ts';
import { send, type HttpResponse, type RequestOptions } from './http.ts';
import { Probe } from './probe.ts';
import type { Stack } from './stack.ts';
import { sharedStack, targetOrigin } from './target.ts';
import { userForTest, type User } from './users.ts';

/** The attachment with the recorded HTTP exchanges, which the report shows. */
export const EXCHANGES_ATTACHMENT = 'exchanges';

export interface TestFixtures {
  /** Send a request to the tested deployment and read the whole response. */
  send: (target: string, options?: RequestOptions) => Promise<HttpResponse>;
  /** The suite's own application behind Nginx. Rows that use it need `probe`. */
  probe: Probe;
  /** A signed-in user. Rows that use it need `accounts` and `writing`. */
  user: User;
  exchanges: undefined;
  logsOnFailure: undefined;
}

export interface WorkerFixtures {
  /** The running stack. Rows that use it need `engine`. */
  stack: Stack;
  /** Origin of the tested deployment, e.g. `http://localhost:8080`. */
  origin: string;
}

/** Playwright's `test` with the fixtures of this suite. */
export const test = playwright.extend<TestFixtures, WorkerFixtures>({
  stack: [async ({}, use) => use(sharedStack()), { scope: 'worker' }],
  origin: [async ({}, use) => use(targetOrigin()), { scope: 'worker' }],
  baseURL: async ({ origin }, use) => use(origin),
  send: async ({ origin }, use) => use((target, options) => send(origin, target, options)),
  probe: async ({ origin }, use) => use(new Probe(origin)),
  user: async ({ origin }, use) => use(await userForTest(origin)),
  exchanges: [
    async ({}, use, testInfo) => {
      clearExchanges();
      await use(undefined);
      const body = JSON.stringify(recordedExchanges());
      await testInfo.attach(EXCHANGES_ATTACHMENT, { body, contentType: 'application/json' });
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
