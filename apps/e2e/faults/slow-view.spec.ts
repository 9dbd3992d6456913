import { once } from 'node:events';
import { ADMIN_PROBE, expectPageText, expectProblemText } from '../support/error-documents.ts';
import { open, send } from '../support/http.ts';
import { markName, Probe } from '../support/probe.ts';
import { secondsUntil } from '../support/timeouts.ts';
import { deployment, expect, REQUEST_TIMEOUT_SECONDS, row, startInBackground, test } from './fault-stack.ts';

const { api, limits, probe: PROBE } = deployment;
/** Of the stack: the defaults of APP_WORKERS, and of APP_THREADS for each. */
const WORKERS = 2;
const THREADS = WORKERS * 4;
/** More than the socket buffers between Nginx and a view that does not read. */
const LARGE = Buffer.alloc(limits.bodyBytes);

// All requests start together, since each takes as long as the time limit.
row('slow-view', { needs: ['engine', 'probe', 'writing'] }, () => {
  const timed = (origin: string, path: string, body?: Buffer) => {
    const response = startInBackground(send(origin, path, { ...(body ? { method: 'POST', body } : {}) }));
    return startInBackground(Promise.all([response, secondsUntil(response, REQUEST_TIMEOUT_SECONDS + 1)]));
  };
  let name: string;
  let tooSlow: ReturnType<typeof timed>;
  let notReading: ReturnType<typeof timed>;
  let underAdmin: ReturnType<typeof timed>;
  let inTime: ReturnType<typeof timed>;

  test.beforeAll(({ origin }) => {
    name = markName();
    tooSlow = timed(origin, `${PROBE}/hold/${name}`);
    notReading = timed(origin, `${PROBE}/hold/${name}`, LARGE);
    underAdmin = timed(origin, `${ADMIN_PROBE}/hold/${name}`);
    inTime = timed(origin, `${PROBE}/slow/${REQUEST_TIMEOUT_SECONDS - 1}`);
  });

  test.afterAll(({ origin }) => new Probe(origin).setMark(`${name}-go-on`));

  test('other requests are served meanwhile', async ({ probe, send }) => {
    await expect.poll(() => probe.hasMark(`${name}-begun`)).toBe(true);
    expect(await secondsUntil(send(api.open))).toBeLessThan(REQUEST_TIMEOUT_SECONDS - 1);
  });

  test('a view within the limit returns its response', async () => {
    const [response] = await inTime;
    expect(response.json()).toEqual({ slept: REQUEST_TIMEOUT_SECONDS - 1 });
  });

  test('a view over the limit returns 504 problem+json at the limit', async () => {
    const [response, took] = await tooSlow;
    expect(took).toMatchTimeout(REQUEST_TIMEOUT_SECONDS);
    expectProblemText(response, 504);
    expect(response).toHaveSecurityHeaders();
    expect(response.header('Retry-After')).toBe('5');
  });

  test('a view over the limit returns 504 as a page under the admin', async () => {
    const [response, took] = await underAdmin;
    expect(took).toMatchTimeout(REQUEST_TIMEOUT_SECONDS);
    expectPageText(response, 504);
    expect(response).toHaveSecurityHeaders();
    expect(response.header('Retry-After')).toBe('5');
    expect(response.header('Refresh')).toBe('5');
  });

  test('a view that does not read its body returns 504 at the limit', async () => {
    const [response, took] = await notReading;
    expect(took).toMatchTimeout(REQUEST_TIMEOUT_SECONDS);
    expect(response).toBeProblem(504);
  });
});

row('concurrency', { needs: ['engine', 'probe', 'writing'] }, () => {
  test('with more open streams than threads, probes and other requests are served', async ({
    origin,
    probe,
    stack,
  }) => {
    // A stream that ended makes room for a new one, so the second round is like the first.
    for (const name of [markName(), markName()]) {
      const streams = await Promise.all(
        Array.from({ length: 2 * THREADS }, () => open(origin, `${PROBE}/stream/${name}`)),
      );
      const refused = streams.filter(({ status }) => status !== 200);
      for (const { status, headers } of refused) {
        expect(status).toBe(503);
        expect(headers).toContainEqual(['Retry-After', '5']);
      }
      expect(streams.length - refused.length).toBeGreaterThan(WORKERS);
      expect(streams.length - refused.length).toBeLessThanOrEqual(THREADS - WORKERS);

      // More requests than there are free threads.
      const targets = ['/api/livez', '/api/readyz', `${PROBE}/process`].flatMap((target) => [target, target]);
      const responses = await Promise.all(targets.map((target) => send(origin, target)));
      expect(responses.map(({ status }) => status)).toEqual(targets.map(() => 200));
      // The command of the image's health check.
      await stack.exec('api', ['python', '-IS', '/app/healthcheck.py']);

      await probe.setMark(`${name}-go-on`);
      for (const { stream } of streams) await once(stream.resume(), 'end');
    }
  });
});
