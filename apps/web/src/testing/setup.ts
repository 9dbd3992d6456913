import '@testing-library/jest-dom/vitest';
import { configureApi } from '@app/api-client';
import { cleanup, configure } from '@testing-library/react';
import { afterAll, afterEach, beforeAll, beforeEach, vi } from 'vitest';
import { server } from './server';

// High, so that a busy machine does not fail a test.
configure({ asyncUtilTimeout: 15_000 });

configureApi({ csrfCookie: 'csrf' });

beforeAll(() => {
  server.listen({ onUnhandledFrame: 'error' });
});

beforeEach(() => {
  document.cookie = 'csrf=token';
  // jsdom does not implement scrolling.
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
