import { screen, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeApi } from '../../testing/fake-api';
import { openApp } from '../../testing/open-app';
import { problem } from '../../testing/problem';
import { server } from '../../testing/server';
import { BUILD, readyFacts, RELEASE, systemFacts } from '../../testing/system-answers';

const withId = (id: string) => ({ headers: { 'X-Request-ID': id } });

beforeEach(() => {
  document.head.innerHTML = `<meta name="build" content="${BUILD}">`;
  fakeApi();
  server.use(
    http.get('/version.json', () => HttpResponse.json({ version: RELEASE, build: BUILD })),
    http.get('/api/livez', () => HttpResponse.json({ status: 'ok', checks: {}, request_id: 'aa' })),
    http.get('/api/system', () => HttpResponse.json(systemFacts(), withId('aa'))),
    http.get('/api/readyz', () => HttpResponse.json(readyFacts())),
  );
});

/** The list item of one check, once the report is there. */
async function find(name: string) {
  const heading = await screen.findByRole('heading', { name });
  const item = heading.closest('li');
  if (item === null) throw new Error(`${name} is no list item.`);
  return item;
}

describe('the system page', () => {
  it('shows every hop of the line in order, each as OK', async () => {
    openApp('/system');
    expect(await screen.findByText('Every hop answers')).toBeVisible();
    const line = screen.getByRole('list', { name: 'The way of a request' });
    const hops = within(line).getAllByRole('listitem');
    expect(hops.map((hop) => within(hop).getByRole('heading').textContent)).toEqual([
      'Browser',
      'Nginx',
      'Gunicorn',
      'Django',
      'Database',
    ]);
    for (const hop of hops) expect(hop).toHaveTextContent('OK');
    expect(await find('Django')).toHaveTextContent('5.2.19');
  });

  it('says at Gunicorn what to do when no worker answers, and claims nothing about what is behind it', async () => {
    const down = () => problem(502, 'The server is starting.');
    server.use(http.get('/api/livez', down), http.get('/api/system', down), http.get('/api/readyz', down));
    openApp('/system');
    const gunicorn = await find('Gunicorn');
    expect(gunicorn).toHaveTextContent('Failed');
    expect(gunicorn).toHaveTextContent('npm start');
    expect(await find('Nginx')).toHaveTextContent('OK');
    expect(await find('Django')).toHaveTextContent('Not reached');
    expect(await find('Database')).toHaveTextContent('Not reached');
    expect(screen.getByText('Needs a look: Gunicorn')).toBeVisible();
  });

  it('says at the database what to do when it does not answer', async () => {
    const unready = readyFacts({
      database: { ok: false, duration_ms: null },
      migrations: { ok: false, pending: null },
    });
    server.use(http.get('/api/readyz', () => HttpResponse.json(unready, { status: 503 })));
    openApp('/system');
    const database = await find('Database');
    expect(database).toHaveTextContent('Failed');
    expect(database).toHaveTextContent('DATABASE_URL');
    expect(await find('Django')).toHaveTextContent('OK');
  });

  it('names missing migrations', async () => {
    const unready = readyFacts({ migrations: { ok: false, pending: 2 } });
    server.use(http.get('/api/readyz', () => HttpResponse.json(unready, { status: 503 })));
    openApp('/system');
    const database = await find('Database');
    expect(database).toHaveTextContent('Failed');
    expect(database).toHaveTextContent('2 migrations are missing');
  });

  it('fails Nginx when the app’s own files are not served', async () => {
    server.use(http.get('/version.json', () => new HttpResponse('gone', { status: 404 })));
    openApp('/system');
    expect(await find('Nginx')).toHaveTextContent('Failed');
  });

  it('fails Gunicorn when another server answers in its place', async () => {
    const hops = { ...systemFacts().hops, gunicorn: { ok: false, server: 'WSGIServer' } };
    server.use(http.get('/api/system', () => HttpResponse.json(systemFacts({ hops }), withId('aa'))));
    openApp('/system');
    expect(await find('Gunicorn')).toHaveTextContent('WSGIServer answers in its place');
  });

  it('lets the development server stand in while the app runs from its source', async () => {
    const hops = { ...systemFacts().hops, gunicorn: { ok: false, server: 'WSGIServer' } };
    server.use(
      http.get('/version.json', () => HttpResponse.json({ version: RELEASE, build: 'dev' })),
      http.get('/api/system', () => HttpResponse.json(systemFacts({ hops }), withId('aa'))),
    );
    openApp('/system');
    expect(await find('Gunicorn')).toHaveTextContent('OK');
  });
});

describe('what travels along the line', () => {
  it.each([
    ['Request id', systemFacts({ request_id: 'bb' }), 'The header says aa, Django bb'],
    ['Session', systemFacts({ session: { authenticated: false } }), 'Sign out and in again'],
    ['Address', systemFacts({ client_scheme_host: 'http://api:8000' }), 'APP_PUBLIC_URL'],
    ['Release', systemFacts({ version: '0.2.0' }), 'the API is 0.2.0'],
  ])('fails %s when both ends disagree', async (name, facts, words) => {
    server.use(http.get('/api/system', () => HttpResponse.json(facts, withId('aa'))));
    openApp('/system');
    const item = await find(name);
    expect(item).toHaveTextContent('Failed');
    expect(item).toHaveTextContent(words);
  });

  it('says when a newer release is out', async () => {
    server.use(http.get('/version.json', () => HttpResponse.json({ version: RELEASE, build: 'newer' })));
    openApp('/system');
    expect(await find('Release')).toHaveTextContent('Reload the page');
  });
});
