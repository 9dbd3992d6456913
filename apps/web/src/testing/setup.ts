import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterAll, afterEach, beforeAll, beforeEach, vi } from 'vitest';
import { server } from './server';

// How long a wait may last until it is a failure, not how long it takes: a busy machine must not fail a test.
configure({ asyncUtilTimeout: 15_000 });

beforeAll(() => {
  // A request that no test expects is a fault, not something to let through to the network.
  server.listen({ onUnhandledRequest: 'error' });
});

beforeEach(() => {
  document.cookie = 'csrftoken=token-of-the-test';
  // jsdom has no layout to scroll.
  vi.stubGlobal('scrollTo', () => undefined);
});

afterEach(() => {
  cleanup();
  server.resetHandlers();
  sessionStorage.clear();
  localStorage.clear();
  delete document.documentElement.dataset.theme;
});

afterAll(() => {
  server.close();
});
