import type { Ready, ReadyChecks, System } from '@app/api-types';
import { screen, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeApi } from '../../testing/fake-api';
import { openApp } from '../../testing/open-app';
import { problem } from '../../testing/problem';
import { server } from '../../testing/server';

const RELEASE = '0.1.0';
const BUILD = 'abcdef012345';

/** A response of `/api/system` without failures. */
function makeSystem(fields: Partial<System> = {}): System {
  return {
    version: RELEASE,
    request_id: 'aa',
    client_scheme_host: location.origin,
    server_time: '2026-11-22T10:00:00Z',
    hops: {
      gunicorn: { ok: true, server: 'gunicorn' },
      django: { ok: true, duration_ms: 2 },
      database: { ok: true, duration_ms: 1, engine: 'sqlite' },
    },
    session: { authenticated: true },
    versions: { python: '3.14.0', django: '5.2.19', gunicorn: '27.0.1', database: '3.46' },
    ...fields,
  };
}

/** A response of `/api/readyz` without failures. */
function makeReady(checks: Partial<ReadyChecks> = {}): Ready {
  return {
    status: 'ok',
    request_id: 'aa',
    checks: { database: { ok: true, duration_ms: 1 }, migrations: { ok: true, pending: 0 }, ...checks },
  };
}

const withId = (id: string) => ({ headers: { 'X-Request-ID': id } });

beforeEach(() => {
  document.head.innerHTML = `<meta name="build" content="${BUILD}">`;
  fakeApi();
  server.use(
    http.get('/version.json', () => HttpResponse.json({ version: RELEASE, build: BUILD })),
    http.get('/api/livez', () => HttpResponse.json({ status: 'ok', checks: {}, request_id: 'aa' })),
    http.get('/api/system', () => HttpResponse.json(makeSystem(), withId('aa'))),
    http.get('/api/readyz', () => HttpResponse.json(makeReady())),
  );
});

/** The list item of a check. */
async function findCheck(name: string) {
  const heading = await screen.findByRole('heading', { name });
  const item = heading.closest('li');
  if (item === null) throw new Error(`${name} is not in a list item.`);
  return item;
}

describe('the request path', () => {
  it('shows the hops in order, each as OK', async () => {
    openApp('/system');
    expect(await screen.findByText('All systems working')).toBeVisible();
    const hops = within(screen.getByRole('list', { name: 'Request path' })).getAllByRole('listitem');
    expect(hops.map((hop) => within(hop).getByRole('heading').textContent)).toEqual([
      'Browser',
      'Nginx',
      'Gunicorn',
      'Django',
      'Database',
    ]);
    for (const hop of hops) expect(hop).toHaveTextContent('OK');
    expect(await findCheck('Django')).toHaveTextContent('5.2.19');
  });

  it('fails Gunicorn when no worker responds, and does not judge the hops after it', async () => {
    const down = () => problem(502, 'The server is starting.');
    server.use(http.get('/api/livez', down), http.get('/api/system', down), http.get('/api/readyz', down));
    openApp('/system');
    const gunicorn = await findCheck('Gunicorn');
    expect(gunicorn).toHaveTextContent('Failed');
    expect(gunicorn).toHaveTextContent('npm start');
    expect(await findCheck('Nginx')).toHaveTextContent('OK');
    expect(await findCheck('Django')).toHaveTextContent('Not reached');
    expect(await findCheck('Database')).toHaveTextContent('Not reached');
    expect(screen.getByText('Not working: Gunicorn')).toBeVisible();
  });

  it('fails the database when it does not respond', async () => {
    const unready = makeReady({
      database: { ok: false, duration_ms: null },
      migrations: { ok: false, pending: null },
    });
    server.use(http.get('/api/readyz', () => HttpResponse.json(unready, { status: 503 })));
    openApp('/system');
    const database = await findCheck('Database');
    expect(database).toHaveTextContent('Failed');
    expect(database).toHaveTextContent('DATABASE_URL');
    expect(await findCheck('Django')).toHaveTextContent('OK');
  });

  it('fails the database when migrations are missing', async () => {
    const unready = makeReady({ migrations: { ok: false, pending: 2 } });
    server.use(http.get('/api/readyz', () => HttpResponse.json(unready, { status: 503 })));
    openApp('/system');
    const database = await findCheck('Database');
    expect(database).toHaveTextContent('Failed');
    expect(database).toHaveTextContent('2 migrations are missing');
  });

  it('fails Nginx when the app’s files are missing', async () => {
    server.use(http.get('/version.json', () => new HttpResponse('gone', { status: 404 })));
    openApp('/system');
    expect(await findCheck('Nginx')).toHaveTextContent('Failed');
  });

  it('fails Gunicorn when another server responds in production', async () => {
    const hops = { ...makeSystem().hops, gunicorn: { ok: false, server: 'WSGIServer' } };
    server.use(http.get('/api/system', () => HttpResponse.json(makeSystem({ hops }), withId('aa'))));
    openApp('/system');
    expect(await findCheck('Gunicorn')).toHaveTextContent('WSGIServer responds instead');
  });

  it('accepts Django’s development server in development', async () => {
    const hops = { ...makeSystem().hops, gunicorn: { ok: false, server: 'WSGIServer' } };
    server.use(
      http.get('/version.json', () => HttpResponse.json({ version: RELEASE, build: 'dev' })),
      http.get('/api/system', () => HttpResponse.json(makeSystem({ hops }), withId('aa'))),
    );
    openApp('/system');
    expect(await findCheck('Gunicorn')).toHaveTextContent('OK');
  });
});

describe('the consistency checks', () => {
  it.each([
    ['Request id', makeSystem({ request_id: 'bb' }), 'The header has aa, the body has bb'],
    ['Session', makeSystem({ session: { authenticated: false } }), 'Sign out and in again'],
    ['Address', makeSystem({ client_scheme_host: 'http://api:8000' }), 'APP_PUBLIC_URL'],
    ['Release', makeSystem({ version: '0.2.0' }), 'the API is 0.2.0'],
  ])('fail %s when both ends differ', async (name, system, text) => {
    server.use(http.get('/api/system', () => HttpResponse.json(system, withId('aa'))));
    openApp('/system');
    const item = await findCheck(name);
    expect(item).toHaveTextContent('Failed');
    expect(item).toHaveTextContent(text);
  });

  it('report a new release', async () => {
    server.use(http.get('/version.json', () => HttpResponse.json({ version: RELEASE, build: 'newer' })));
    openApp('/system');
    expect(await findCheck('Release')).toHaveTextContent('Reload the page');
  });
});
