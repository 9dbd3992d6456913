import { workersOf } from '../support/processes.ts';
import { type Service, Stack, type StackOptions } from '../support/stack.ts';
import { test as base, expect } from '../support/test.ts';

/**
 * The request time limit of the faults' stack: short enough to exceed it in a test, and long enough for the slowest regular
 * view (hashing a password) on a busy machine.
 */
export const REQUEST_TIMEOUT_SECONDS = 5;

/**
 * Milliseconds within which Nginx must find an application that came back. It resolves the name every two seconds; without
 * that, it would use the old address for ten minutes.
 */
export const RESOLVER_TIMEOUT_MS = 20_000;

/**
 * `test` with a stack for this worker alone, which tests may stop, replace and break. Each file restores it. After a failure
 * Playwright starts a new worker and thus a new stack. The sign-in provider is at an address where nothing listens; tests
 * start the worker of jobs and the mail server. `test.use({ stackOptions })` gives a file a stack of another shape.
 */
export const test = base.extend<object, { stack: Stack; origin: string; stackOptions: StackOptions }>({
  stackOptions: [{}, { option: true, scope: 'worker' }],
  stack: [
    async ({ stackOptions }, use, workerInfo) => {
      const stack = await Stack.create(`faults-${workerInfo.workerIndex}`, {
        environment: {
          APP_REQUEST_TIMEOUT_SECONDS: String(REQUEST_TIMEOUT_SECONDS),
          APP_SMTP_URL: 'smtp://mail:2525',
        },
        ...stackOptions,
      });
      Object.assign(stack.state.environment, {
        APP_OIDC_URL: 'https://127.0.0.1:9',
        APP_OIDC_NAME: 'Example',
        APP_OIDC_CLIENT_ID: 'app',
        APP_OIDC_CLIENT_SECRET_FILE: stack.state.environment.APP_E2E_SECRET,
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

/** Mark a promise as handled that a later test awaits, so that its rejection fails only that test. */
export function startInBackground<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  return promise;
}

/** Replace all workers of a server, and wait until none of the old ones is left. */
export async function replaceWorkers(stack: Stack, service: Service, replace: () => Promise<unknown>): Promise<void> {
  const old = await workersOf(stack, service);
  await replace();
  await expect
    .poll(async () => (await workersOf(stack, service)).filter((pid) => old.includes(pid)), { timeout: 15_000 })
    .toEqual([]);
}

export const reloadGunicorn = (stack: Stack) => stack.compose(['kill', '--signal', 'HUP', 'api']);

export { deployment } from '../contract/deployment.ts';
export { row } from '../contract/row.ts';
export { expect } from '../support/test.ts';
