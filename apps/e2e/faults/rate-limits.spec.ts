import { deployment } from '../contract/deployment.ts';
import { row } from '../contract/row.ts';
import { newPerson } from '../support/people.ts';
import { Session } from '../support/session.ts';
import { expect, test } from './fault-stack.ts';

const SIGN_IN = deployment.accounts?.signIn ?? '';
/** APP_SIGN_INS_PER_MINUTE, when nobody sets it. */
const DEFAULT_LIMIT = 30;
/** Wrong passwords a minute from one address, whoever's: allauth's `login_failed`. */
const GUESSES = 10;
/** Tries a minute, so few that one more or less is a difference of seconds. */
const FEW = 6;

row('rate-limit', { needs: ['engine', 'probe', 'accounts'] }, () => {
  /** What the suite's stacks set, so that its own tests are not refused. */
  let raised: Record<string, string> = {};

  test.beforeAll(async ({ stack }) => {
    raised = { ...stack.state.environment };
    await stack.recreate('api', { APP_E2E_NO_ACCOUNT_LIMITS: '' });
    await stack.recreate('web', { APP_SIGN_INS_PER_MINUTE: '' });
  });

  test.afterAll(async ({ stack }) => {
    await stack.recreate('api', raised);
    await stack.recreate('web', raised);
  });

  test('who guesses at a password is refused with the right one too, and nobody else is', async ({ origin }) => {
    const [person, other] = [await newPerson(origin), await newPerson(origin)];
    const session = new Session(origin);
    await session.ask(deployment.accounts?.session ?? '');
    const signIn = (email: string, password: string) =>
      session.ask(SIGN_IN, { method: 'POST', json: { email, password } });

    for (let guesses = 0; guesses < 5; guesses += 1) expect((await signIn(person.email, 'a guess')).status).toBe(400);
    const refused = await signIn(person.email, person.password);
    expect(refused).toBeProblem(429);
    expect(refused.header('Retry-After')).toBe('300');
    expect(refused.json()).toMatchObject({ detail: 'Wait 5 minutes, then try again.' });
    expect((await signIn(other.email, other.password)).status).toBe(200);
  });

  test('guesses are counted for each client: who has made too many refuses nobody at another address', async ({
    origin,
    stack,
  }) => {
    // The suite becomes a proxy that is believed, so that it can be many clients.
    await stack.recreate('web', { APP_TRUSTED_PROXIES: '10.0.0.0/8,172.16.0.0/12,192.168.0.0/16' });
    const session = new Session(origin);
    await session.ask(deployment.accounts?.session ?? '');
    const guess = async (client: string, round: number) => {
      const json = { email: `nobody-${round}@example.org`, password: 'a guess' };
      const headers = { 'X-Forwarded-For': client };
      return (await session.ask(SIGN_IN, { method: 'POST', json, headers })).status;
    };
    for (let round = 0; round < GUESSES; round += 1) expect(await guess('203.0.113.7', round)).toBe(400);
    expect(await guess('203.0.113.7', GUESSES)).toBe(429);
    expect(await guess('203.0.113.8', GUESSES)).toBe(400);
  });

  test('thirty tries a minute are enough for everybody behind one address', async ({ ask }) => {
    const answers = await Promise.all(
      Array.from({ length: 2 * DEFAULT_LIMIT }, () => ask(SIGN_IN, { method: 'POST' })),
    );
    const refused = answers.filter(({ status }) => status === 429);
    // Some tries of the test above count, and some have grown back meanwhile.
    expect(answers.length - refused.length).toBeGreaterThan(DEFAULT_LIMIT / 2);
    expect(answers.length - refused.length).toBeLessThan(1.5 * DEFAULT_LIMIT);
    for (const answer of refused) expect(answer).toBeProblem(429);
  });

  test('one more try grows back in the time that the declared number says', async ({ ask, stack }) => {
    await stack.recreate('web', { APP_SIGN_INS_PER_MINUTE: String(FEW) });
    const attempt = async () => (await ask(SIGN_IN, { method: 'POST' })).status;
    const started = performance.now();
    const statuses = await Promise.all(Array.from({ length: 3 * FEW }, attempt));
    expect(statuses.filter((status) => status !== 429)).toHaveLength(FEW + 1);
    await expect.poll(attempt, { intervals: [50] }).not.toBe(429);
    expect((performance.now() - started) / 1000).toBeTheLimit(60 / FEW);
  });
});
