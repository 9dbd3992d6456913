import { deployment } from '../contract/deployment.ts';
import { row } from '../contract/row.ts';
import { expectedPage, pageWords, PROBE_OF_PAGES, problemDocument } from '../support/error-documents.ts';
import { ask } from '../support/http.ts';
import { markName, Probe } from '../support/probe.ts';
import { secondsUntil } from '../support/seconds.ts';
import { expect, meanwhile, test, TIME_LIMIT } from './fault-stack.ts';

/** More than the buffers of the sockets between Nginx and a view that does not read. */
const LARGE = Buffer.alloc(deployment.limits.bodyBytes);

// All are asked at once, since each takes as long as the limit.
row('slow-view', { needs: ['engine', 'probe', 'writing'] }, () => {
  let name: string;
  const timed = (origin: string, path: string, body?: Buffer) => {
    const answer = meanwhile(ask(origin, path, { ...(body ? { method: 'POST', body } : {}) }));
    return meanwhile(Promise.all([answer, secondsUntil(answer, TIME_LIMIT + 1)]));
  };
  let tooSlow: ReturnType<typeof timed>;
  let notReading: ReturnType<typeof timed>;
  let ofPages: ReturnType<typeof timed>;
  let inTime: ReturnType<typeof timed>;

  test.beforeAll(({ origin }) => {
    name = markName();
    tooSlow = timed(origin, `${deployment.probe}/hold/${name}`);
    notReading = timed(origin, `${deployment.probe}/hold/${name}`, LARGE);
    ofPages = timed(origin, `${PROBE_OF_PAGES}/hold/${name}`);
    inTime = timed(origin, `${deployment.probe}/slow/${TIME_LIMIT - 1}`);
  });

  test.afterAll(({ origin }) => new Probe(origin).leaveMark(`${name}-go-on`));

  test('others are served meanwhile', async ({ ask, probe }) => {
    // Fewer than the threads of all workers: Gunicorn holds one for each.
    await expect.poll(() => probe.hasMark(`${name}-begun`)).toBe(true);
    // Before the first of them is answered.
    expect(await secondsUntil(ask(deployment.api.open))).toBeLessThan(TIME_LIMIT - 1);
  });

  test('a view within the limit is waited for', async () => {
    const [answer] = await inTime;
    expect(answer.json()).toEqual({ slept: TIME_LIMIT - 1 });
  });

  test('a view that answers later is given up at the limit', async () => {
    const [answer, took] = await tooSlow;
    expect(took).toBeTheLimit(TIME_LIMIT);
    expect(answer.status).toBe(504);
    expect(answer.json()).toEqual(problemDocument(504, answer));
    expect(answer).toCarrySafetyHeaders();
    expect(answer.header('Retry-After')).toBe('5');
  });

  test('elsewhere a page for people says so', async () => {
    const [answer, took] = await ofPages;
    expect(took).toBeTheLimit(TIME_LIMIT);
    expect(answer.status).toBe(504);
    expect(pageWords(answer)).toEqual(expectedPage(504, answer, 'Tandem'));
    expect(answer).toCarrySafetyHeaders();
    expect(answer.header('Retry-After')).toBe('5');
  });

  test('a view that does not take its body is given up at the limit', async () => {
    const [answer, took] = await notReading;
    expect(took).toBeTheLimit(TIME_LIMIT);
    expect(answer).toBeProblem(504);
  });
});
