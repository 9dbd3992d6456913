import { logStart } from '../support/access-log.ts';
import type { Echo } from '../support/probe.ts';
import { deployment, expect, row, test } from './contract-test.ts';

const { api, health, limits } = deployment;
const PROBE = deployment.probe ?? '';

row('request-id', { needs: ['probe'] }, () => {
  test('Nginx creates an id per request, which Django and the response have', async ({ send }) => {
    const first = await send(`${PROBE}/echo`);
    const second = await send(`${PROBE}/echo`);
    const id = first.header('X-Request-ID');
    expect(id).toMatch(/^[0-9a-f]{32}$/);
    expect(first.json<{ headers: Record<string, string> }>().headers['X-Request-Id']).toBe(id);
    expect(second.header('X-Request-ID')).not.toBe(id);
  });

  test('an id from the client is replaced', async ({ send }) => {
    const id = '0123456789abcdef0123456789abcdef';
    const response = await send(`${PROBE}/echo`, { headers: { 'X-Request-ID': id } });
    expect(response.header('X-Request-ID')).toMatch(/^[0-9a-f]{32}$/);
    expect(response.header('X-Request-ID')).not.toBe(id);
    expect(response.text).not.toContain(id);
  });

  test('a trace that a client claims is removed', async ({ send }) => {
    const claimed = '00-0123456789abcdef0123456789abcdef-0123456789abcdef-01';
    for (const value of [claimed, `1 ${claimed}`]) {
      const { headers } = (await send(`${PROBE}/echo`, { headers: { traceparent: value } })).json<Echo>();
      expect(headers).not.toHaveProperty('Traceparent');
    }
  });

  test('problem+json from Django, from a failing view and from Nginx contains the id', async ({ send }) => {
    expect(await send(`${api.prefix}missing`)).toBeProblem(404);
    expect(await send(`${PROBE}/fail`)).toBeProblem(500);
    const headers = { 'Content-Length': String(limits.bodyBytes + 1) };
    expect(await send(`${PROBE}/body`, { method: 'POST', headers, body: [''] })).toBeProblem(413);
  });
});

row('request-id', { needs: ['probe', 'engine'] }, () => {
  test('both logs contain the id', async ({ send, stack }) => {
    const since = logStart();
    for (const path of [`${PROBE}/echo`, `${api.prefix}missing`, `${PROBE}/fail`]) {
      const id = (await send(path)).header('X-Request-ID') ?? 'none';
      await expect.poll(() => stack.output('web', 'both', since)).toContain(id);
      await expect.poll(() => stack.output('api', 'both', since)).toContain(id);
    }
  });
});

row('request-id', () => {
  test('files, missing files and the health check have an id', async ({ send }) => {
    for (const path of ['/', '/assets/missing.js', api.open, health ?? '/']) {
      expect((await send(path)).header('X-Request-ID'), path).toMatch(/^[0-9a-f]{32}$/);
    }
  });
});
