/** Runs the stack with everything on that docs/guides/observability.md describes, and reads what it records. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { chromium } from '@playwright/test';
import { browserLaunch } from '../support/browser.ts';
import { docker, run } from '../support/command.ts';
import { freePort } from '../support/free-port.ts';
import { send } from '../support/http.ts';
import { CSRF_COOKIE, SESSION_COOKIE } from '../support/identity.ts';
import { WORKSPACE_ROOT } from '../support/paths.ts';
import { Stack } from '../support/stack.ts';

/** A value of requests that must not be recorded anywhere. It has the form of a CSRF token, so that views run. */
const SECRET = 'canary'.padEnd(32, '7');
const HEADERS = {
  Cookie: `${SESSION_COOKIE}=${SECRET}; ${CSRF_COOKIE}=${SECRET}`,
  Authorization: `Bearer ${SECRET}`,
  Referer: `http://localhost/?key=${SECRET}`,
  'X-CSRFToken': SECRET,
};
const FORM = { 'Content-Type': 'application/x-www-form-urlencoded' };

/** What recorder.py prints: the bytes of each request, and the spans or events in it. */
interface Recorded {
  kind: 'raw' | 'span' | 'event';
  trace_id?: string;
  is_root?: boolean;
  attributes?: Record<string, string>;
  exception?: { values: { value: string }[] };
  request?: { url: string };
  tags?: Record<string, string>;
}

/** The exporter's image; built locally if the other base images are local. */
async function exporterImage(): Promise<Record<string, string>> {
  const chosen = process.env.NGINX_EXPORTER_IMAGE;
  if (chosen) return { NGINX_EXPORTER_IMAGE: chosen };
  if (!process.env.NGINX_IMAGE?.startsWith('local/')) return {};
  const script = join(WORKSPACE_ROOT, 'docker/base-images/build.ts');
  const [, image = ''] = /=(.*)$/m.exec(await run('node', [script, 'NGINX_EXPORTER_IMAGE'])) ?? [];
  return { NGINX_EXPORTER_IMAGE: image };
}

/** Wait up to 30 seconds for a value. */
async function until<T>(find: () => Promise<T | undefined | false>): Promise<T> {
  for (const deadline = Date.now() + 30_000; Date.now() < deadline;) {
    const found = await find();
    if (found) return found;
  }
  throw new Error(`Nothing for 30 seconds: ${String(find)}`);
}

let stack: Stack;

describe('observability', () => {
  before(async () => {
    const recorderPort = await freePort();
    const overlays = ['observability', 'outbound'].map((name) =>
      join(WORKSPACE_ROOT, `docker/stack/compose.${name}.yaml`),
    );
    stack = await Stack.create('observability', {
      overlays: [...overlays, join(import.meta.dirname, 'compose.recorder.yaml')],
      environment: {
        OTEL_EXPORTER_OTLP_ENDPOINT: 'http://recorder:8080',
        APP_SENTRY_DSN: 'http://key@recorder:8080/1',
        APP_SENTRY_BROWSER_DSN: `http://key@localhost:${recorderPort}/2`,
        APP_E2E_RECORDER: join(import.meta.dirname, 'recorder.py'),
        APP_E2E_RECORDER_PORT: String(recorderPort),
        ...(await exporterImage()),
      },
    });
    await stack.compose(['up', '--detach', 'recorder']);
    await stack.up();
    await stack.compose(['up', '--detach', '--no-deps', 'nginx-exporter']);
  });

  after(() => stack.down());

  /** The metrics by name with labels, as Prometheus reads them in the network `metrics`. */
  const scrape = async (address: string) => {
    const program = `import urllib.request; print(urllib.request.urlopen("http://${address}/metrics").read().decode())`;
    const lines = (await stack.exec('api', ['python', '-c', program])).matchAll(/^([^#\s].*) (\S+)$/gm);
    return new Map([...lines].map(([, name = '', value]) => [name, Number(value)]));
  };
  const records = async () => {
    const lines = (await docker(['logs', `${stack.state.project}-recorder-1`])).split('\n');
    return lines.filter((line) => line.startsWith('{')).map((line) => JSON.parse(line) as Recorded);
  };
  /** The log line of a service that has this trace id. */
  const lineOf = (service: 'web' | 'api', traceId: string | undefined) =>
    until(async () => {
      const lines = (await stack.output(service, 'both')).split('\n');
      return lines.find((line) => line.includes('"trace_id"') && line.includes(`"${traceId}"`));
    });

  describe('metrics', () => {
    const requestsTo = async (route: string) => {
      const name = `app_request_duration_seconds_count{method="GET",route="${route}",status="200"}`;
      return (await scrape('127.0.0.1:8001')).get(name);
    };

    it('Prometheus reads the requests of all workers of Gunicorn, before and after a reload', async () => {
      const path = '/api/openapi.json';
      for (let times = 0; times < 20; times += 1) assert.equal((await send(stack.url, path)).status, 200);
      assert.equal(await requestsTo('api/openapi.json'), 20);
      await stack.compose(['kill', '--signal', 'HUP', 'api']);
      await until(async () => (await stack.logs('api')).split('"Worker exiting').length === 3);
      assert.equal((await send(stack.url, path)).status, 200);
      assert.equal(await requestsTo('api/openapi.json'), 21);
    });

    it('Prometheus reads the connections and requests of Nginx', async () => {
      const metrics = await scrape('nginx-exporter:9113');
      assert.equal(metrics.get('nginx_up'), 1);
      assert.ok((metrics.get('nginx_http_requests_total') ?? 0) > 20);
    });

    it('no port of the metrics is published', async () => {
      const project = ['--filter', `label=com.docker.compose.project=${stack.state.project}`];
      const ports = await docker(['ps', ...project, '--format', '{{.Names}} {{.Ports}}']);
      const published = ports.split('\n').filter((line) => line.includes('->') && !line.includes('-recorder-'));
      assert.match(published.join('\n'), new RegExp(`-web-1 [^>]*127.0.0.1:${stack.state.port}->8080/tcp[^>]*$`));
    });

    it('every metric of the dashboard is exported', async () => {
      const exported = [...(await scrape('127.0.0.1:8001')).keys(), ...(await scrape('nginx-exporter:9113')).keys()];
      const names = new Set(exported.map((name) => name.replace(/\{.*/, '')));
      const dashboard = readFileSync(join(WORKSPACE_ROOT, 'docker/stack/grafana-dashboard.json'), 'utf8');
      const used = dashboard.match(/\b(?:app|nginx)_\w+/g) ?? [];
      assert.ok(used.length > 5);
      for (const name of used) assert.ok(names.has(name), name);
    });
  });

  it('one trace id connects the log line of Nginx, the spans of Django and its queries, and its log lines', async () => {
    const id = (await send(stack.url, '/api/system')).header('X-Request-ID');
    const spans = await until(async () => {
      const found = (await records()).filter(({ trace_id: traceId }) => traceId === id);
      return found.some(({ is_root: isRoot }) => isRoot) && found;
    });
    const [request] = spans.filter(({ is_root: isRoot }) => isRoot);
    assert.equal(request?.attributes?.['request_id'], id);
    assert.equal(request?.attributes?.['http.route'], 'api/system');
    assert.ok(spans.some(({ attributes }) => attributes?.['db.query.text'] === 'SELECT 1'));
    for (const service of ['web', 'api'] as const)
      assert.match(await lineOf(service, id), /"trace_id": ?"[0-9a-f]{32}"/);
  });

  it('Sentry receives an exception of Django with the request id and without the query string', async () => {
    const id = (await send(stack.url, `/api/_probe/fail?key=${SECRET}`)).header('X-Request-ID');
    const event = await until(async () => (await records()).find(({ tags }) => tags?.['request_id'] === id));
    assert.equal(event.tags?.['trace_id'], id);
    assert.equal(event.tags['path'], '/api/_probe/fail');
  });

  it('Sentry receives an error of the app in the browser, without the query of the page', async () => {
    const browser = await chromium.launch(browserLaunch());
    try {
      const page = await browser.newPage();
      const isReady = page.waitForResponse((response) => response.url().includes('/assets/sentry-'));
      await page.context().addCookies([{ name: SESSION_COOKIE, value: SECRET, url: stack.url }]);
      await page.goto(`${stack.url}/sign-in?key=${SECRET}`);
      await page.getByLabel('Email').fill(`${SECRET}@example.com`);
      await page.getByLabel('Password', { exact: true }).fill(SECRET);
      await isReady;
      await page.evaluate('setTimeout(() => { throw new Error("from the browser"); })');
      const event = await until(async () =>
        (await records()).find(({ exception }) => exception?.values[0]?.value === 'from the browser'),
      );
      assert.equal(event.request?.url, `${stack.url}/sign-in`);
    } finally {
      await browser.close();
    }
  });

  it('no metric, span or event contains a cookie, a token, a query string or a form', async () => {
    const body = `username=${SECRET}&password=${SECRET}&email=${SECRET}`;
    const names = ['_probe/fail', '_probe/echo', 'auth/browser/v1/auth/login', 'session'];
    const options = { method: 'POST', headers: { ...HEADERS, ...FORM }, body };
    for (const path of names.map((name) => `/api/${name}?key=${SECRET}`)) {
      await send(stack.url, path, { headers: HEADERS });
      await send(stack.url, path, options);
    }
    const last = (await send(stack.url, '/api/system')).header('X-Request-ID');
    const everything = await until(async () => {
      const found = await records();
      return found.some(({ trace_id: traceId, is_root: isRoot }) => isRoot && traceId === last) && found;
    });
    assert.ok(everything.filter(({ kind }) => kind === 'event').length >= 4);
    assert.ok(!JSON.stringify(everything).includes(SECRET));
    assert.ok(![...(await scrape('127.0.0.1:8001')).keys()].join('\n').includes(SECRET));
  });

  it('Django has a way out of the stack, which only compose.outbound.yaml gives', async () => {
    const hasDefaultRoute = (routes: string) => /^\S+\t00000000\t/m.test(routes);
    assert.ok(hasDefaultRoute(await stack.exec('api', ['cat', '/proc/net/route'])));
    // `migrate` is on the network `back` only.
    const run = ['run', '--rm', '--no-deps', '-T', 'migrate', 'cat', '/proc/net/route'];
    assert.ok(!hasDefaultRoute(await stack.compose(run)));
  });
});
