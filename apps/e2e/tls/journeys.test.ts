/** Runs the journeys of a user's first visits where TLS ends: at Nginx, at a proxy in front, and at the first of two. */
import type { Server } from 'node:http';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { run } from '../support/command.ts';
import { freePort } from '../support/free-port.ts';
import { E2E_ROOT, REPORTS, WORKSPACE_ROOT } from '../support/paths.ts';
import { Stack } from '../support/stack.ts';
import { at, createCertificates, folder } from './certificates.ts';
import { portOf, startProxy } from './proxy.ts';

const JOURNEYS = ['notes', 'sign-in', 'sign-up'].map((name) => `journeys/${name}.spec.ts`);
const MAIL = { APP_SMTP_URL: 'smtp://mail:2525' };

async function runJourneys(origin: string, shape: string): Promise<void> {
  const environment: Record<string, string> = {
    BASE_URL: origin,
    PROBE: '/api/_probe',
    CONTRACT_REPORTS: join(REPORTS, 'tls', shape),
    NODE_EXTRA_CA_CERTS: at('ca.pem'),
  };
  const args = ['playwright', 'test', '--project=journeys', ...JOURNEYS];
  await run('npx', args, { cwd: E2E_ROOT, environment, timeout: 600_000 });
}

describe('journeys over TLS', () => {
  const stacks: Stack[] = [];
  const proxies: Server[] = [];

  before(() => createCertificates('localhost'));

  after(async () => {
    for (const proxy of proxies) proxy.close();
    for (const stack of stacks) await stack.down();
    rmSync(folder, { recursive: true });
  });

  it('succeed with TLS at Nginx', async () => {
    const https = await freePort();
    const stack = await Stack.create('tls-journeys', {
      overlays: [join(WORKSPACE_ROOT, 'docker/stack/compose.tls.yaml')],
      environment: {
        ...MAIL,
        APP_HTTP_PORT: String(await freePort()),
        APP_HTTPS_PORT: String(https),
        APP_PUBLIC_URL: `https://localhost:${https}`,
        APP_TLS: 'files',
        APP_TLS_FILES: folder,
      },
    });
    stacks.push(stack);
    await stack.up('worker', 'mail');
    await runJourneys(`https://localhost:${https}`, 'here');
  });

  it('succeed with TLS at one proxy in front, and at the first of two', async () => {
    const trusted = '127.0.0.1,10.0.0.0/8,172.16.0.0/12,192.168.0.0/16';
    const stack = await Stack.create('proxied', { environment: { ...MAIL, APP_TRUSTED_PROXIES: trusted } });
    const key = { cert: readFileSync(at('fullchain.pem')), key: readFileSync(at('privkey.pem')) };
    const only = await startProxy(stack.url, key);
    const second = await startProxy(stack.url);
    const first = await startProxy(`http://127.0.0.1:${portOf(second)}`, key);
    proxies.push(only, second, first);
    // Django compares the host without the port.
    stack.state.environment.APP_PUBLIC_URL = `https://localhost:${portOf(only)}`;
    stacks.push(stack);
    await stack.up('worker', 'mail');
    await runJourneys(`https://localhost:${portOf(only)}`, 'one-proxy');
    await runJourneys(`https://localhost:${portOf(first)}`, 'two-proxies');
  });
});
