import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { rawAccessLines, logStart, type AccessLine } from '../support/access-log.ts';
import { freePort } from '../support/free-port.ts';
import { sendToGunicorn } from '../support/gunicorn.ts';
import { send } from '../support/http.ts';
import { NginxWithNameServer } from '../support/nginx-with-name-server.ts';
import { OneOffContainer } from '../support/one-off-container.ts';
import { E2E_ROOT } from '../support/paths.ts';
import { Probe, type Echo } from '../support/probe.ts';
import { Stack, type IpVersion } from '../support/stack.ts';
import { deployment, expect, RESOLVER_TIMEOUT_MS, row, test } from './fault-stack.ts';

const { api, probe: PROBE } = deployment;
const VERSIONS: IpVersion[] = ['IPv4', 'IPv6'];
const overlay = (name: string) => join(E2E_ROOT, 'support', name);
const inUrl = (address: string) => (address.includes(':') ? `[${address}]` : address);

/** Another copy of a stack, in which the network of Nginx and Gunicorn has both versions. */
async function dualStackOf({ state }: Stack): Promise<Stack> {
  const port = await freePort();
  const prefix = ['fd00', ...(randomBytes(6).toString('hex').match(/.{4}/g) ?? [])].join(':');
  const variables = {
    APP_PORT: String(port),
    APP_PUBLIC_URL: `http://localhost:${port}`,
    APP_E2E_IPV6_SUBNET: `${prefix}::/64`,
    APP_E2E_SECCOMP: overlay('without-ipv6.json'),
  };
  return new Stack({
    project: `${state.project}-dual`,
    port,
    files: [...state.files, overlay('compose.dual-stack.yaml')],
    environment: { ...state.environment, ...variables },
  });
}

/** Wait until Nginx has resolved the application's name, and return the status of this many further requests. */
async function statusesOf(origin: string, count = 20): Promise<number[]> {
  const status = () => send(origin, api.open).then(({ status }) => status, String);
  await expect.poll(status, { timeout: RESOLVER_TIMEOUT_MS }).toBe(200);
  const statuses: number[] = [];
  for (let request = 0; request < count; request += 1) statuses.push((await send(origin, api.open)).status);
  return statuses;
}

const NO_FAILURE = new Array<number>(20).fill(200);

row('ip-versions', { needs: ['engine', 'probe'] }, () => {
  let dual: Stack;

  test.beforeAll(async ({ stack }) => {
    dual = await dualStackOf(stack);
    await dual.up();
  });

  test.afterAll(() => dual.down());

  test('Nginx uses both addresses of an application whose name has an underscore, and no request fails', async () => {
    const since = logStart();
    expect(await statusesOf(dual.url)).toEqual(NO_FAILURE);
    const addresses = await Promise.all(VERSIONS.map((version) => dual.address('api', version)));
    const used = async () => {
      const lines = (await rawAccessLines(dual, since)).map((line) => JSON.parse(line) as AccessLine);
      return [...new Set(lines.filter(({ status }) => status === 200).map(({ upstream }) => upstream))].sort();
    };
    await expect.poll(used).toEqual(addresses.map((address) => `${inUrl(address)}:8000`).sort());
    expect(await new Probe(dual.url).echo()).toMatchObject({ host: new URL(dual.url).host });

    for (const at of addresses.map(inUrl)) {
      const headers = { 'X-Forwarded-Proto': 'https' };
      const response = await sendToGunicorn(dual, `${PROBE}/gateway`, { at, headers });
      expect(response.json()).toMatchObject({ url_scheme: 'https' });
    }
  });

  test('Nginx accepts clients over both versions and reports their addresses unchanged', async () => {
    for (const address of ['127.0.0.1', '[::1]']) {
      expect(await dual.exec('web', ['curl', '--silent', `http://${address}:8080/healthz`])).toBe('ok\n');
    }
    for (const version of VERSIONS) {
      const url = `http://${inUrl(await dual.address('web', version))}:8080${PROBE}/echo`;
      const program = [
        'import urllib.request',
        `request = urllib.request.Request("${url}", headers={"Host": "localhost"})`,
        'print(urllib.request.urlopen(request).read().decode())',
      ].join('\n');
      const echo = JSON.parse(await dual.exec('api', ['python', '-c', program])) as Echo;
      expect(echo.client_address).toBe(await dual.address('api', version));
    }
  });

  test('Nginx finds an application that has AAAA records only, with a name server that has an IPv6 address', async () => {
    const nginx = await NginxWithNameServer.start(dual, { version: 'IPv6' });
    try {
      expect(await statusesOf(nginx.origin)).toEqual(NO_FAILURE);
    } finally {
      await nginx.stop();
    }
  });

  test('without IPv6, both images become healthy, and no request fails', async () => {
    const { state } = dual;
    const without = new Stack({ ...state, files: [...state.files, overlay('compose.without-ipv6.yaml')] });
    const port = await freePort();
    const containers = await Promise.all([
      OneOffContainer.start(without, 'web', { port }),
      OneOffContainer.start(without, 'api'),
    ]);
    try {
      for (const container of containers) await expect.poll(() => container.health()).toBe('healthy');
      expect(await statusesOf(`http://localhost:${port}`)).toEqual(NO_FAILURE);
      const at = await containers[1].address();
      expect((await sendToGunicorn(dual, api.open, { at })).status).toBe(200);
    } finally {
      for (const container of containers) await container.remove();
    }
  });
});
