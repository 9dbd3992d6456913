import { accessLine, logStart } from '../support/access-log.ts';
import { DECLARED, sendOnceThroughProxy, sendThroughProxy } from '../support/declared-proxy.ts';
import type { Echo } from '../support/probe.ts';
import type { Stack } from '../support/stack.ts';
import { deployment, expect, row, test } from './contract-test.ts';

const PROBE = deployment.probe ?? '';
const CLIENT = '198.51.100.7';

/** What Django sees of requests that a declared proxy forwards with these headers, one request each. */
async function echoes(stack: Stack, headersOfEach: Record<string, string>[]): Promise<Echo[]> {
  const requests = headersOfEach.map((headers) => ({ target: `${PROBE}/echo`, headers }));
  return (await sendThroughProxy(stack, requests)).map((response) => response.json<Echo>());
}

/** X-Forwarded-For and the resulting client: the last address that is not a declared proxy. */
const CHAINS = [
  [`${CLIENT}, ${DECLARED.second}`, CLIENT],
  [`203.0.113.66, ${CLIENT}, ${DECLARED.second}`, CLIENT],
  [`${CLIENT}, 10.10.0.1`, '10.10.0.1'],
  ['2001:db8::7', '2001:db8::7'],
  ['unknown', DECLARED.peer],
] as const;

/** X-Forwarded-Proto and the resulting scheme. A list is ambiguous and therefore ignored. */
const SCHEMES = [
  ['https', 'https'],
  ['http', 'http'],
  ['https, http', 'http'],
  ['https ,https', 'http'],
  ['ssl', 'http'],
  ['xhttps', 'http'],
] as const;

row('declared-proxies', { needs: ['probe', 'engine'] }, () => {
  test('client, scheme and host from a declared proxy are used', async ({ stack }) => {
    const sent = { 'X-Forwarded-For': CLIENT, 'X-Forwarded-Proto': 'https', 'X-Forwarded-Host': 'localhost:8443' };
    const [echo] = await echoes(stack, [sent]);
    expect(echo).toMatchObject({ client_address: CLIENT, scheme: 'https', secure: true, host: 'localhost:8443' });
    expect(echo?.absolute_uri).toBe(`https://localhost:8443${PROBE}/echo`);
    expect(echo?.headers).toMatchObject({ 'X-Forwarded-For': CLIENT, 'X-Real-Ip': CLIENT });
    expect(echo?.headers).not.toHaveProperty('X-Forwarded-Host');
  });

  test('behind two proxies the client is the last address that is not declared', async ({ stack }) => {
    const seen = await echoes(
      stack,
      CHAINS.map(([list]) => ({ 'X-Forwarded-For': list })),
    );
    expect(seen.map(({ client_address: client }) => client)).toEqual(CHAINS.map(([, client]) => client));
  });

  test('the scheme is used if it is exactly http or https', async ({ stack }) => {
    const seen = await echoes(
      stack,
      SCHEMES.map(([value]) => ({ 'X-Forwarded-Proto': value })),
    );
    expect(seen.map(({ scheme }) => scheme)).toEqual(SCHEMES.map(([, scheme]) => scheme));
  });

  test('a trace that a declared proxy has started goes on if its header is valid', async ({ stack }) => {
    const id = '0123456789abcdef0123456789abcdef';
    const valid = `00-${id}-fedcba9876543210-01`;
    const since = logStart();
    const sent = [valid, `${valid}-x`, `x ${valid}`, valid.toUpperCase()];
    const requests = sent.map((traceparent) => ({ target: `${PROBE}/echo`, headers: { traceparent } }));
    const responses = await sendThroughProxy(stack, requests);
    const received = responses.map((response) => response.json<Echo>().headers.Traceparent);
    expect(received).toEqual([valid, undefined, undefined, undefined]);
    const ids = responses.map((response) => response.header('X-Request-ID'));
    const lines = await Promise.all(ids.map((requestId) => accessLine(stack, requestId, since)));
    expect(lines.map(({ trace_id: traceId }) => traceId)).toEqual([id, ...ids.slice(1)]);
  });

  test('headers that a declared proxy omits are replaced by what Nginx sees', async ({ stack }) => {
    const host = new URL(stack.url).host;
    const [echo] = await echoes(stack, [{}]);
    expect(echo).toMatchObject({ client_address: DECLARED.peer, scheme: 'http', host });
  });

  test('a list of hosts is rejected as ambiguous', async ({ stack }) => {
    const headers = { 'X-Forwarded-Host': 'localhost, evil.example' };
    const response = await sendOnceThroughProxy(stack, { target: `${PROBE}/echo`, headers });
    expect(response).toBeProblem(400);
  });

  test('Strict-Transport-Security is sent to clients that use TLS, and to no other', async ({ stack }) => {
    const plain = ['/', '/missing.js', deployment.api.open].map((target) => ({ target }));
    const secure = plain.map(({ target }) => ({ target, headers: { 'X-Forwarded-Proto': 'https' } }));
    for (const response of await sendThroughProxy(stack, secure)) {
      expect(response).toHaveSecurityHeaders({ secure: true });
      expect(response.header('Strict-Transport-Security')).toBe('max-age=31536000');
    }
    for (const response of await sendThroughProxy(stack, plain)) expect(response).toHaveSecurityHeaders();
  });

  test('the access log has the client and the proxy', async ({ stack }) => {
    const since = logStart();
    const headers = { 'X-Forwarded-For': CLIENT };
    const response = await sendOnceThroughProxy(stack, { target: '/', headers });
    const line = await accessLine(stack, response.header('X-Request-ID'), since);
    expect(line).toMatchObject({ client: CLIENT, peer: DECLARED.peer });
  });
});

row('declared-proxies', { needs: ['probe'] }, () => {
  // Nginx's maps mark a declared proxy by a "1" before the value.
  for (const [name, value] of [
    ['X-Forwarded-Proto', '1 https'],
    ['X-Forwarded-Host', '1 evil.example'],
  ] as const) {
    test(`a client cannot imitate a declared proxy with ${name}: ${value}`, async ({ origin, probe }) => {
      const { host, protocol } = new URL(origin);
      const echo = await probe.echo('', { headers: { [name]: value } });
      expect(echo).toMatchObject({ host, scheme: protocol.slice(0, -1) });
    });
  }
});
