import { setupServer } from 'msw/node';

/** Stands between the app and the network in every test. */
export const server = setupServer();
