import { http, HttpResponse } from 'msw';
import { expect, it, vi } from 'vitest';
import { server } from '../testing/server';
import { reportErrors } from './error-reporting';

const DSN = 'https://key@sentry.example/1';

it('starts Sentry with the DSN of the deployment and the errors that happened meanwhile', async () => {
  server.use(http.get('/config.json', () => HttpResponse.json({ sentryDsn: DSN })));
  const startSentry = vi.fn();
  const reporting = reportErrors(() => Promise.resolve({ startSentry }));
  const error = new Error('early');
  dispatchEvent(new ErrorEvent('error', { error }));
  await reporting;
  expect(startSentry).toHaveBeenCalledExactlyOnceWith(DSN, [error]);
});

it.each([
  ['the deployment has no DSN', () => HttpResponse.json({})],
  ['there is no configuration', () => HttpResponse.html('<!doctype html>')],
  ['the server is not reachable', () => HttpResponse.error()],
])('does not load Sentry if %s', async (_, respond) => {
  server.use(http.get('/config.json', respond));
  const load = vi.fn();
  await reportErrors(load);
  expect(load).not.toHaveBeenCalled();
});
