import { expect, test } from '../support/test';

// One name for a request from the browser to the last log line: without it an error report leads nowhere.
test.describe('one request id', { tag: '@own-stack' }, () => {
  test('is created by Nginx, seen by Django and in the response', async ({ ask }) => {
    const first = await ask('/api/_probe/echo');
    const second = await ask('/api/_probe/echo');
    const id = first.header('X-Request-ID');
    expect(id).toMatch(/^[0-9a-f]{32}$/);
    expect(first.json<{ headers: Record<string, string> }>().headers['X-Request-Id']).toBe(id);
    expect(second.header('X-Request-ID')).not.toBe(id);
  });

  test("is not the client's", async ({ ask }) => {
    const mine = '0123456789abcdef0123456789abcdef';
    const answer = await ask('/api/_probe/echo', { headers: { 'X-Request-ID': mine } });
    expect(answer.header('X-Request-ID')).toMatch(/^[0-9a-f]{32}$/);
    expect(answer.header('X-Request-ID')).not.toBe(mine);
    expect(answer.text).not.toContain(mine);
  });

  test('is in problem+json, whoever wrote it', async ({ ask }) => {
    expect(await ask('/api/missing')).toBeProblem(404); // Django
    expect(await ask('/api/_probe/fail')).toBeProblem(500); // a view that raised
    const tooLarge = { method: 'POST', headers: { 'Content-Length': '10485761' }, body: [''] };
    expect(await ask('/api/_probe/body', tooLarge)).toBeProblem(413); // Nginx
  });

  for (const path of ['/api/_probe/echo', '/api/missing', '/api/_probe/fail']) {
    test(`is in both logs for ${path}`, async ({ ask, stack }) => {
      const id = (await ask(path)).header('X-Request-ID') ?? 'none';
      await expect.poll(() => stack.logs('web')).toContain(id);
      await expect.poll(() => stack.logs('api')).toContain(id);
    });
  }

  test('is in the answers of files too', async ({ ask }) => {
    for (const path of ['/', '/assets/missing.js', '/api/livez', '/healthz']) {
      expect((await ask(path)).header('X-Request-ID'), path).toMatch(/^[0-9a-f]{32}$/);
    }
  });
});
