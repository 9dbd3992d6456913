import { setupServer } from 'msw/node';

/** Intercepts every request of the tests. */
export const server = setupServer();
