/** Runs the stack with everything on that docs/guides/observability.md describes. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { docker, run } from '../support/command.ts';
import { send } from '../support/http.ts';
import { WORKSPACE_ROOT } from '../support/paths.ts';
import { Stack } from '../support/stack.ts';

/** The exporter's image; built locally if the other base images are local. */
async function exporterImage(): Promise<Record<string, string>> {
  const chosen = process.env.NGINX_EXPORTER_IMAGE;
  if (chosen) return { NGINX_EXPORTER_IMAGE: chosen };
  if (!process.env.NGINX_IMAGE?.startsWith('local/')) return {};
  const script = join(WORKSPACE_ROOT, 'docker/base-images/build.ts');
  const [, image = ''] = (await run('node', [script, 'NGINX_EXPORTER_IMAGE'])).trim().split('=');
  return { NGINX_EXPORTER_IMAGE: image };
}

/** Wait up to 30 seconds until the condition holds. */
async function until(condition: () => Promise<boolean>): Promise<void> {
  for (const deadline = Date.now() + 30_000; !(await condition());)
    assert.ok(Date.now() < deadline, 'Nothing for 30 s.');
}

let stack: Stack;

describe('observability', () => {
  before(async () => {
    stack = await Stack.create('observability', {
      overlays: [join(WORKSPACE_ROOT, 'docker/stack/compose.observability.yaml')],
      environment: { ...(await exporterImage()) },
    });
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
    const project = `label=com.docker.compose.project=${stack.state.project}`;
    const ports = await docker(['ps', '--filter', project, '--format', '{{.Ports}}']);
    const published = ports.split(/[\n,]/).filter((port) => port.includes('->'));
    assert.deepEqual(published, [`127.0.0.1:${stack.state.port}->8080/tcp`]);
  });
});
