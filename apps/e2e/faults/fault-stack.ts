import { Stack } from '../support/stack.ts';
import { test as base } from '../support/test.ts';

/**
 * Seconds that a request may take on the faults' stack: short, so that a test can exceed it, and long enough for
 * the slowest honest view (a password is hashed) on a busy machine.
 */
export const TIME_LIMIT = 5;

/**
 * Milliseconds in which an application that came back is surely found: Nginx asks for its name every two seconds, and
 * pins it for ten minutes where it does not.
 */
export const RESOLVER_TIME = 20_000;

/**
 * `test` on a stack that belongs to this worker alone: it may be stopped, replaced and broken. Each file leaves it
 * as it found it; after a failure Playwright starts a new worker, and so a new stack.
 */
export const test = base.extend<object, { stack: Stack; origin: string }>({
  stack: [
    async ({}, use, workerInfo) => {
      const stack = await Stack.create(`faults-${workerInfo.workerIndex}`, {
        environment: { APP_REQUEST_TIMEOUT_SECONDS: String(TIME_LIMIT) },
      });
      try {
        await stack.up();
        await use(stack);
      } finally {
        await stack.down();
      }
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  origin: [async ({ stack }, use) => use(stack.url), { scope: 'worker' }],
  logsOnFailure: async ({ stack }, use, testInfo) => {
    const started = new Date();
    await use(undefined);
    if (testInfo.status === testInfo.expectedStatus) return;
    const body = await stack.logs(undefined, started);
    await testInfo.attach('containers.log', { body, contentType: 'text/plain' });
  },
});

/**
 * Something that begins now and is waited for by a later test: what takes seconds is waited for at the same time.
 * A failure is the failure of the test that waits for it.
 */
export function meanwhile<T>(happening: Promise<T>): Promise<T> {
  happening.catch(() => undefined);
  return happening;
}

export { expect } from '../support/test.ts';
