import { randomInt } from 'node:crypto';
import { sendOnceThroughProxy, sendThroughProxy, type ForwardedRequest } from '../support/declared-proxy.ts';
import { expectPageText, expectProblemText } from '../support/error-documents.ts';
import type { HttpResponse } from '../support/http.ts';
import type { Stack } from '../support/stack.ts';
import { deployment, expect, row, test } from './contract-test.ts';

const SIGN_IN = deployment.accounts?.signIn ?? '';
const ADMIN = deployment.admin?.page ?? '';

/** The operations of the API's accounts, as [method, path]. */
async function accountOperations(stack: Stack): Promise<(readonly [method: string, path: string])[]> {
  const response = await sendOnceThroughProxy(stack, { target: '/api/openapi.json' });
  const { paths } = response.json<{ paths: Record<string, object> }>();
  const accounts = Object.entries(paths).filter(([path]) => path.startsWith('/api/auth/'));
  return accounts.flatMap(([path, item]) => Object.keys(item).map((method) => [method.toUpperCase(), path] as const));
}

/** The limit recovers by one attempt at a time: of five attempts at once, a limited client is refused at least one. */
const SAMPLE = 5;

/** An address that no other test uses. */
const newClient = () => `198.18.${randomInt(256)}.${randomInt(1, 255)}`;
/** Two neighbouring /64 networks. One of their bytes is a line feed, which `.` in a regular expression does not match. */
const newNetworks = () => {
  const last = randomInt(0x1000, 0xfffe);
  return [last, last + 1].map((number) => `2001:db8:a0a:${number.toString(16)}`);
};

const limitOf = (stack: Stack) => Number(stack.state.environment.APP_SIGN_INS_PER_MINUTE);

/** Attempts without a CSRF token, which therefore cost no password hash. */
function attempts(client: string, target = SIGN_IN, method = 'POST', times = SAMPLE): ForwardedRequest {
  return { target, method, headers: { 'X-Forwarded-For': client }, times };
}

/** Use up the limit of a client, then send the samples. Returns the responses of each sample. */
async function afterLimit(stack: Stack, client: string, samples: ForwardedRequest[]): Promise<HttpResponse[][]> {
  const tries = 2 * limitOf(stack);
  const responses = await sendThroughProxy(stack, [attempts(client, SIGN_IN, 'POST', tries), ...samples]);
  return samples.map((_, index) => responses.slice(tries + index * SAMPLE, tries + (index + 1) * SAMPLE));
}

const isLimited = (responses: readonly HttpResponse[]) => responses.some(({ status }) => status === 429);

function find429(responses: readonly HttpResponse[] = []): HttpResponse {
  const found = responses.find(({ status }) => status === 429);
  if (!found) throw new Error(`No response is a 429: ${responses.map(({ status }) => status).join(' ')}`);
  return found;
}

row('rate-limit', { needs: ['engine', 'accounts', 'admin'] }, () => {
  test('a client may use the attempts of a minute at once, then those that recover', async ({ stack }) => {
    const limit = limitOf(stack);
    const started = Date.now();
    const responses = await sendThroughProxy(stack, [attempts(newClient(), SIGN_IN, 'POST', limit + 100)]);
    const recovered = (((Date.now() - started) / 1000) * limit) / 60;
    const statuses = responses.map(({ status }) => status);
    expect(statuses.slice(0, limit + 1)).toEqual(new Array(limit + 1).fill(403));
    expect(statuses).toContain(429);
    expect(statuses.filter((status) => status !== 429).length).toBeLessThanOrEqual(limit + 1 + Math.ceil(recovered));
  });

  test('a limited client may try again when one attempt has recovered', async ({ stack }) => {
    const client = newClient();
    await afterLimit(stack, client, []);
    const started = Date.now();
    const attempt = async () => (await sendOnceThroughProxy(stack, attempts(client, SIGN_IN, 'POST', 1))).status;
    await expect.poll(attempt, { intervals: [50] }).toBe(403);
    expect(Date.now() - started).toBeLessThan((60_000 / limitOf(stack)) * 10);
  });

  test('429 is problem+json with Retry-After, and a page for the admin', async ({ stack }) => {
    const client = newClient();
    const [api, admin] = await afterLimit(stack, client, [attempts(client), attempts(client, ADMIN)]);
    const [problem, page] = [find429(api), find429(admin)];
    expectProblemText(problem, 429);
    expectPageText(page, 429);
    expect(page.header('Content-Type')).toBe('text/html; charset=utf-8');
    for (const response of [problem, page]) {
      expect(response.header('Retry-After')).toBe('60');
      expect(response.header('Cache-Control')).toBe('no-store');
      expect(response).toHaveSecurityHeaders();
    }
  });

  test('the sign-in page of the admin and all operations that take a password or a code share one limit', async ({
    stack,
  }) => {
    const [client, other] = [newClient(), newClient()];
    const operations = (await accountOperations(stack)).filter(([method]) => method === 'POST');
    const targets = [ADMIN, ...operations.map(([, path]) => path)];
    const limited = targets.map((target) => attempts(client, target));
    const free = targets.map((target) => attempts(other, target));
    const samples = await afterLimit(stack, client, [...limited, ...free]);
    expect(operations.length).toBeGreaterThan(10);
    expect(samples.map(isLimited)).toEqual([...limited.map(() => true), ...free.map(() => false)]);
  });

  test('other operations, addresses and methods are not limited', async ({ stack }) => {
    const client = newClient();
    const operations = (await accountOperations(stack)).filter(([method]) => method !== 'POST');
    const requests = [
      ...operations.map(([method, path]) => attempts(client, path, method)),
      ...['GET', 'POST'].map((method) => attempts(client, deployment.api.open, method)),
      ...[SIGN_IN, ADMIN].map((target) => attempts(client, target, 'XPOST')),
      ...[`${ADMIN}more`, `/x${ADMIN}`, `/x${SIGN_IN}`].map((target) => attempts(client, target)),
    ];
    expect((await afterLimit(stack, client, requests)).map(isLimited)).toEqual(requests.map(() => false));
  });

  test('all addresses of an IPv6 /64 network share one limit', async ({ stack }) => {
    const [own = '', neighbour = ''] = newNetworks();
    const samples = [attempts(`${own}:ffff:ffff:ffff:ffff`), attempts(`${neighbour}::1`)];
    expect((await afterLimit(stack, `${own}::1`, samples)).map(isLimited)).toEqual([true, false]);
  });

  test('a 429 is in the access log and not in the error log', async ({ stack }) => {
    const client = newClient();
    const since = new Date(Date.now() - 2_000);
    await afterLimit(stack, client, []);
    const lines = async () => (await stack.logs('web', since)).split('\n').filter((line) => line.includes(client));
    await expect.poll(async () => (await lines()).some((line) => line.includes('"status":429'))).toBe(true);
    expect((await lines()).filter((line) => !line.includes('"logger":"nginx.access"'))).toEqual([]);
  });
});
