import { randomInt } from 'node:crypto';
import { deployment } from '../contract/deployment.ts';
import { row } from '../contract/row.ts';
import { askOnceThroughProxy, askThroughProxy, type ForwardedRequest } from '../support/declared-proxy.ts';
import type { Answer } from '../support/http.ts';
import type { Stack } from '../support/stack.ts';
import { expect, test } from '../support/test.ts';

const SIGN_IN = deployment.accounts?.signIn ?? '';
const ADMIN = deployment.admin?.page ?? '';
const CHANGE = '/api/auth/browser/v1/account/password/change';
/** Where a password is tried. */
const GUESSED = [SIGN_IN, deployment.accounts?.signUp ?? '', '/api/auth/browser/v1/auth/reauthenticate', CHANGE, ADMIN];

/** Tries grow back one by one: of this many at the same moment, a limited client is refused some, and another none. */
const SAMPLE = 5;

/** A client that nobody else has in this run. */
const newClient = () => `198.18.${randomInt(256)}.${randomInt(1, 255)}`;
/** Two neighbours of 2^64 addresses each. In their bytes is a line feed, which the `.` of a careless pattern passes over. */
const newNetworks = () => {
  const last = randomInt(0x1000, 0xfffe);
  return [last, last + 1].map((number) => `2001:db8:a0a:${number.toString(16)}`);
};

const limitOf = (stack: Stack) => Number(stack.state.environment.APP_SIGN_INS_PER_MINUTE);

/** One of the requests that are sent in a sample. Without the CSRF token, so that nobody hashes a password. */
function guess(client: string, target = SIGN_IN, method = 'POST', times = SAMPLE): ForwardedRequest {
  return { target, method, headers: { 'X-Forwarded-For': client }, times };
}

/** Has a client try until it is refused, then sends the samples. Returns those answers, sample by sample. */
async function afterRefusal(stack: Stack, client: string, samples: ForwardedRequest[]): Promise<Answer[][]> {
  const tries = 2 * limitOf(stack);
  const answers = await askThroughProxy(stack, [guess(client, SIGN_IN, 'POST', tries), ...samples]);
  return samples.map((_, index) => answers.slice(tries + index * SAMPLE, tries + (index + 1) * SAMPLE));
}

const isLimited = (answers: readonly Answer[]) => answers.some(({ status }) => status === 429);

function refusalIn(answers: readonly Answer[] = []): Answer {
  const refusal = answers.find(({ status }) => status === 429);
  if (!refusal) throw new Error(`Nobody was refused: ${answers.map(({ status }) => status).join(' ')}`);
  return refusal;
}

row('rate-limit', { needs: ['engine', 'accounts', 'admin'] }, () => {
  test('as many tries as a minute has pass at once, then as many as grow back', async ({ stack }) => {
    const limit = limitOf(stack);
    const started = Date.now();
    const answers = await askThroughProxy(stack, [guess(newClient(), SIGN_IN, 'POST', limit + 100)]);
    const grown = (((Date.now() - started) / 1000) * limit) / 60;
    const statuses = answers.map(({ status }) => status);
    expect(statuses.slice(0, limit + 1)).toEqual(new Array(limit + 1).fill(403));
    expect(statuses).toContain(429);
    expect(statuses.filter((status) => status !== 429).length).toBeLessThanOrEqual(limit + 1 + Math.ceil(grown));
  });

  test('who was refused may try again when one has grown back', async ({ stack }) => {
    const client = newClient();
    await afterRefusal(stack, client, []);
    const started = Date.now();
    const ask = async () => (await askOnceThroughProxy(stack, guess(client, SIGN_IN, 'POST', 1))).status;
    await expect.poll(ask, { intervals: [50] }).toBe(403);
    expect(Date.now() - started).toBeLessThan((60_000 / limitOf(stack)) * 10);
  });

  test('the refusal is problem+json that says when to come back, and a page for the admin', async ({ stack }) => {
    const client = newClient();
    const [tried, asStaff] = await afterRefusal(stack, client, [guess(client), guess(client, ADMIN)]);
    const [problem, page] = [refusalIn(tried), refusalIn(asStaff)];
    expect(problem).toBeProblem(429);
    expect(problem.json()).toMatchObject({
      type: 'about:blank',
      title: 'Too Many Requests',
      detail: 'There were too many requests; wait a minute, then try again.',
    });
    expect(page.header('Content-Type')).toBe('text/html; charset=utf-8');
    for (const answer of [problem, page]) {
      expect(answer.header('Retry-After')).toBe('60');
      expect(answer.header('Cache-Control')).toBe('no-store');
      expect(answer).toCarrySafetyHeaders();
    }
  });

  test('all addresses that take a password share the limit, for this client alone', async ({ stack }) => {
    const [client, other] = [newClient(), newClient()];
    const limited = GUESSED.map((target) => guess(client, target));
    const free = GUESSED.map((target) => guess(other, target));
    const samples = await afterRefusal(stack, client, [...limited, ...free]);
    expect(samples.map(isLimited)).toEqual([...limited.map(() => true), ...free.map(() => false)]);
  });

  test('nothing else is limited, not even for a client that was refused', async ({ stack }) => {
    const client = newClient();
    const requests = [
      guess(client, deployment.api.open, 'GET'),
      guess(client, deployment.api.private ?? '', 'POST'),
      ...[SIGN_IN, ADMIN].map((target) => guess(client, target, 'GET')),
      ...[SIGN_IN, CHANGE, ADMIN].map((target) => guess(client, target, 'XPOST')),
      ...[SIGN_IN, CHANGE, ADMIN].map((target) => guess(client, `${target}/more`)),
    ];
    expect((await afterRefusal(stack, client, requests)).map(isLimited)).toEqual(requests.map(() => false));
  });

  test('an address that is written otherwise is the same address', async ({ stack }) => {
    const client = newClient();
    const [sample = []] = await afterRefusal(stack, client, [guess(client, SIGN_IN.replace('login', '%6Cogin'))]);
    expect(isLimited(sample)).toBe(true);
  });

  test('a client with an IPv6 network has one limit for all of its addresses', async ({ stack }) => {
    const [own = '', neighbour = ''] = newNetworks();
    const samples = [guess(`${own}:ffff:ffff:ffff:ffff`), guess(`${neighbour}::1`)];
    expect((await afterRefusal(stack, `${own}::1`, samples)).map(isLimited)).toEqual([true, false]);
  });

  test('a refusal is a line in the access log, and none among the errors', async ({ stack }) => {
    const client = newClient();
    const since = new Date(Date.now() - 2_000);
    await afterRefusal(stack, client, []);
    const lines = async () => (await stack.logs('web', since)).split('\n').filter((line) => line.includes(client));
    await expect.poll(async () => (await lines()).some((line) => line.includes('"status":429'))).toBe(true);
    expect((await lines()).filter((line) => !line.includes('"logger":"nginx.access"'))).toEqual([]);
  });
});
