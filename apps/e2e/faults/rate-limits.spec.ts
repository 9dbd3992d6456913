import { Session } from '../support/session.ts';
import { deployment, expect, row, test } from './fault-stack.ts';

const SIGN_IN = deployment.accounts?.signIn ?? '';
/** Wrong passwords per minute and client address: allauth's `login_failed`. */
const WRONG_PASSWORDS = 10;
/** Attempts per minute, so few that one more or less is a difference of seconds. */
const FEW = 6;

row('rate-limit', { needs: ['engine', 'probe', 'accounts'] }, () => {
  /** The raised limits of the suite's stacks. */
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

  test('wrong passwords are counted per client address', async ({ origin, stack }) => {
    // The suite becomes a declared proxy, so that it can send requests of several clients.
    await stack.recreate('web', { APP_TRUSTED_PROXIES: '10.0.0.0/8,172.16.0.0/12,192.168.0.0/16' });
    const session = new Session(origin);
    await session.send(deployment.accounts?.session ?? '');
    const attempt = async (client: string, round: number) => {
      const json = { email: `unknown-${round}@example.org`, password: 'wrong' };
      const headers = { 'X-Forwarded-For': client };
      return (await session.send(SIGN_IN, { method: 'POST', json, headers })).status;
    };
    for (let round = 0; round < WRONG_PASSWORDS; round += 1) expect(await attempt('203.0.113.7', round)).toBe(400);
    expect(await attempt('203.0.113.7', WRONG_PASSWORDS)).toBe(429);
    expect(await attempt('203.0.113.8', WRONG_PASSWORDS)).toBe(400);
  });

  test('one attempt recovers in the time that the configured limit implies', async ({ send, stack }) => {
    await stack.recreate('web', { APP_SIGN_INS_PER_MINUTE: String(FEW) });
    const attempt = async () => (await send(SIGN_IN, { method: 'POST' })).status;
    const started = performance.now();
    const statuses = await Promise.all(Array.from({ length: 3 * FEW }, attempt));
    expect(statuses.filter((status) => status !== 429)).toHaveLength(FEW + 1);
    await expect.poll(attempt, { intervals: [50] }).not.toBe(429);
    expect((performance.now() - started) / 1000).toMatchTimeout(60 / FEW);
  });
});
