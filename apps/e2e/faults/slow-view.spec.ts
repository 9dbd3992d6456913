import { expect, test, TIME_LIMIT } from './fault-stack';

test('a view slower than the limit answers 504 problem+json when the limit is reached', async ({ ask }) => {
  const started = Date.now();
  const answer = await ask(`/api/_probe/slow/${TIME_LIMIT + 5}`);
  expect(answer).toBeProblem(504);
  expect(answer).toCarrySafetyHeaders();
  expect(Date.now() - started).toBeGreaterThanOrEqual(TIME_LIMIT * 1000);
  expect(Date.now() - started).toBeLessThan((TIME_LIMIT + 4) * 1000);
});

test('a view within the limit is waited for', async ({ ask }) => {
  const answer = await ask(`/api/_probe/slow/${TIME_LIMIT - 1}`);
  expect(answer.json()).toEqual({ slept: TIME_LIMIT - 1 });
});

test('others are served while views are slow', async ({ ask }) => {
  // Fewer than the threads of all workers: Gunicorn holds one for each.
  let finished = 0;
  const slow = Array.from({ length: 4 }, async () => {
    const answer = await ask('/api/_probe/slow/2');
    finished += 1;
    return answer.status;
  });
  expect((await ask('/api/readyz')).status).toBe(200);
  expect(finished).toBe(0);
  expect(await Promise.all(slow)).toEqual([200, 200, 200, 200]);
});
