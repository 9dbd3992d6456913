import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { configureApi } from '../configure';

export const CSRF_COOKIE = 'test-csrf';

/** Intercepts every request of the test files that import it. */
export const server = setupServer();

configureApi({ csrfCookie: CSRF_COOKIE });

beforeAll(() => {
  server.listen({ onUnhandledFrame: 'error' });
});
afterEach(() => {
  server.resetHandlers();
});
afterAll(() => {
  server.close();
});
