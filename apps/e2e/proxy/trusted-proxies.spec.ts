import { deployment } from '../contract/deployment.ts';
import { row } from '../contract/row.ts';
import { accessLine, now } from '../support/access-log.ts';
import { askOnceThroughProxy, askThroughProxy, DECLARED } from '../support/declared-proxy.ts';
import type { Echo } from '../support/probe.ts';
import type { Stack } from '../support/stack.ts';
import { expect, test } from '../support/test.ts';

const PROBE = deployment.probe ?? '';
const CLIENT = '198.51.100.7';

/** What Django hears of requests that a declared proxy passes on with these headers, one request for each. */
async function echoes(stack: Stack, headersOfEach: Record<string, string>[]): Promise<Echo[]> {
  const requests = headersOfEach.map((headers) => ({ target: `${PROBE}/echo`, headers }));
  return (await askThroughProxy(stack, requests)).map((answer) => answer.json<Echo>());
}

/** What stands left of the client in X-Forwarded-For is the client's own word; what is right of it are proxies. */
const CHAINS = [
  [`${CLIENT}, ${DECLARED.second}`, CLIENT],
  [`203.0.113.66, ${CLIENT}, ${DECLARED.second}`, CLIENT],
  [`${DECLARED.second}, ${CLIENT}`, CLIENT],
  [`${CLIENT}, 10.10.0.1`, '10.10.0.1'],
  ['2001:db8::7', '2001:db8::7'],
  ['unknown', DECLARED.peer],
] as const;

/** One word is clear; in a list, nobody can tell a proxy's word from a client's. */
const SCHEMES = [
  ['https', 'https'],
  ['http', 'http'],
  ['https, http', 'http'],
  ['http, https', 'http'],
  ['https ,https', 'http'],
  ['ssl', 'http'],
  ['xhttps', 'http'],
] as const;

row('declared-proxies', { needs: ['probe', 'engine'] }, () => {
  test('a declared proxy is believed about the client, the scheme and the host', async ({ stack }) => {
    const told = { 'X-Forwarded-For': CLIENT, 'X-Forwarded-Proto': 'https', 'X-Forwarded-Host': 'localhost:8443' };
    const [echo] = await echoes(stack, [told]);
    expect(echo).toMatchObject({ client_address: CLIENT, scheme: 'https', secure: true, host: 'localhost:8443' });
    expect(echo?.absolute_uri).toBe(`https://localhost:8443${PROBE}/echo`);
    expect(echo?.headers).toMatchObject({ 'X-Forwarded-For': CLIENT, 'X-Real-Ip': CLIENT });
    expect(echo?.headers).not.toHaveProperty('X-Forwarded-Host');
  });

  test('behind two proxies the client is the last address that is not declared', async ({ stack }) => {
    const told = CHAINS.map(([list]) => ({ 'X-Forwarded-For': list }));
    const heard = await echoes(stack, told);
    expect(heard.map(({ client_address: client }) => client)).toEqual(CHAINS.map(([, client]) => client));
  });

  test('the scheme is believed when it is one clear word', async ({ stack }) => {
    const told = SCHEMES.map(([word]) => ({ 'X-Forwarded-Proto': word }));
    const heard = await echoes(stack, told);
    expect(heard.map(({ scheme }) => scheme)).toEqual(SCHEMES.map(([, scheme]) => scheme));
  });

  test('what a declared proxy leaves out is what Nginx saw', async ({ stack }) => {
    const host = new URL(stack.url).host;
    const [echo] = await echoes(stack, [{}]);
    expect(echo).toMatchObject({ client_address: DECLARED.peer, scheme: 'http', host });
  });

  test('a list of hosts is refused, since nobody knows which one the browser shows', async ({ stack }) => {
    const headers = { 'X-Forwarded-Host': 'localhost, evil.example' };
    const answer = await askOnceThroughProxy(stack, { target: `${PROBE}/echo`, headers });
    expect(answer).toBeProblem(400);
  });

  test('files and pages say Strict-Transport-Security where the client has TLS', async ({ stack }) => {
    const plain = ['/', '/missing.js', deployment.api.open].map((target) => ({ target }));
    const secure = plain.map(({ target }) => ({ target, headers: { 'X-Forwarded-Proto': 'https' } }));
    for (const answer of await askThroughProxy(stack, secure)) {
      expect(answer).toCarrySafetyHeaders({ secure: true });
      expect(answer.header('Strict-Transport-Security')).toBe('max-age=31536000');
    }
    for (const answer of await askThroughProxy(stack, plain)) expect(answer).toCarrySafetyHeaders();
  });

  test('the log names the client, and the proxy that it came through', async ({ stack }) => {
    const since = now();
    const headers = { 'X-Forwarded-For': CLIENT };
    const answer = await askOnceThroughProxy(stack, { target: '/', headers });
    const line = await accessLine(stack, answer.header('X-Request-ID'), since);
    expect(line).toMatchObject({ client: CLIENT, peer: DECLARED.peer });
  });
});

row('declared-proxies', { needs: ['probe'] }, () => {
  // The words by which a declared proxy is told from others inside Nginx.
  for (const [name, value] of [
    ['X-Forwarded-Proto', '1 https'],
    ['X-Forwarded-Host', '1 evil.example'],
  ]) {
    test(`nobody is declared by saying ${name}: ${value}`, async ({ probe, origin }) => {
      const { host, protocol } = new URL(origin);
      const echo = await probe.echo('', { headers: { [name ?? '']: value ?? '' } });
      expect(echo).toMatchObject({ host, scheme: protocol.slice(0, -1) });
    });
  }
});
