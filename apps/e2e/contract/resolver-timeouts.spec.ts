import { send } from '../support/http.ts';
import { NginxWithNameServer } from '../support/nginx-with-name-server.ts';
import { deployment, expect, row, test } from './contract-test.ts';

/** Seconds for which Nginx caches an address: `valid=1s`, which Nginx counts in whole seconds, the last included. */
const CACHE_SECONDS = 2;
/** Seconds until a query times out, and again until Nginx repeats it. */
const QUERY_TIMEOUT = 2;

row('other-address', { needs: ['engine'] }, () => {
  test("Nginx resolves the application's name regularly and ignores the record's TTL", async ({ stack }) => {
    const nginx = await NginxWithNameServer.start(stack);
    try {
      for (const seconds of await nginx.secondsBetweenQueries(3)) expect(seconds).toMatchTimeout(CACHE_SECONDS);
    } finally {
      await nginx.stop();
    }
  });
});

row('start-without-application', { needs: ['engine'] }, () => {
  test('Nginx serves the app without a name server, and the API after a retry', async ({ stack }) => {
    const nginx = await NginxWithNameServer.start(stack, { unanswered: 1 });
    try {
      const statusOf = (path: string) => send(nginx.origin, path).then(({ status }) => status, String);
      await expect.poll(() => statusOf('/')).toBe(200);
      expect(await statusOf(deployment.api.open)).toBe(502);
      const [seconds = 0] = await nginx.secondsBetweenQueries(2);
      expect(seconds).toMatchTimeout(2 * QUERY_TIMEOUT);
      await expect.poll(() => statusOf(deployment.api.open)).toBe(200);
    } finally {
      await nginx.stop();
    }
  });
});
