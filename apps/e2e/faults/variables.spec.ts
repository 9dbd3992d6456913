import { deployment } from '../contract/deployment.ts';
import { row } from '../contract/row.ts';
import { newIdentity } from '../support/people.ts';
import { expect, RESOLVER_TIME, test } from './fault-stack.ts';
import { Load, NO_LOSSES } from './load.ts';

/** Processes of the application that must have answered, each in the place of another. */
const PROCESSES = 6;

// What needs the application with other variables: it is replaced once for all of it.
test.describe('with other variables', () => {
  test.beforeAll(async ({ stack, origin }) => {
    await stack.recreate('api', {
      APP_PUBLIC_URL: origin.replace('http:', 'https:'),
      APP_MAX_REQUESTS: '10',
    });
  });

  test.afterAll(({ stack, origin }) => stack.recreate('api', { APP_PUBLIC_URL: origin, APP_MAX_REQUESTS: '' }));

  row('cookies', { needs: ['engine', 'probe'] }, () => {
    test('behind TLS the session and CSRF cookies are Secure', async ({ ask }) => {
      await expect.poll(async () => (await ask(deployment.api.open)).status, { timeout: RESOLVER_TIME }).toBe(200);
      const answer = await ask(`${deployment.probe}/person`, { method: 'POST', body: JSON.stringify(newIdentity()) });
      const cookies = answer.all('Set-Cookie');
      expect(cookies.map((cookie) => cookie.split('=')[0]).sort()).toEqual(['csrftoken', 'sessionid']);
      for (const cookie of cookies) expect(cookie).toMatch(/; Secure(;|$)/i);
    });
  });

  row('reload-under-load', { needs: ['engine', 'probe', 'writing'] }, () => {
    test('workers are recycled all the time: no request fails, none is sent twice', async ({ ask, origin }) => {
      await expect.poll(async () => (await ask(deployment.api.open)).status, { timeout: RESOLVER_TIME }).toBe(200);
      const load = new Load(origin);
      await expect.poll(() => load.processes.size, { timeout: 30_000 }).toBeGreaterThan(PROCESSES);
      expect(await load.stop()).toEqual(NO_LOSSES);
      expect(load).toMatchObject({ refused: 0, unconnected: 0 });
    });
  });

  // Last: whatever comes after it would be refused.
  row('foreign-host', { needs: ['engine', 'probe'] }, () => {
    test("only the public address is the application's: this machine's own name is not, if it is another", async ({
      ask,
      stack,
    }) => {
      await stack.recreate('api', { APP_PUBLIC_URL: 'https://notes.example' });
      const address = `${deployment.probe}/gateway`;
      const status = async (host: string) => (await ask(address, { headers: { Host: host } })).status;
      await expect.poll(() => status('notes.example'), { timeout: RESOLVER_TIME }).toBe(200);
      for (const host of ['localhost', '127.0.0.1', '[::1]']) expect(await status(host)).toBe(400);
    });
  });
});
