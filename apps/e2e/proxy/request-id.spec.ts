import { deployment } from '../contract/deployment.ts';
import { row } from '../contract/row.ts';
import { markName } from '../support/probe.ts';
import { exchange } from '../support/raw-http.ts';
import { requestText } from '../support/raw-request.ts';
import { now } from '../support/access-log.ts';
import { expect, test } from '../support/test.ts';

const PROBE = deployment.probe ?? '';

row('request-id', { needs: ['probe'] }, () => {
  test('is created by Nginx, seen by Django and in the response', async ({ ask }) => {
    const first = await ask(`${PROBE}/echo`);
    const second = await ask(`${PROBE}/echo`);
    const id = first.header('X-Request-ID');
    expect(id).toMatch(/^[0-9a-f]{32}$/);
    expect(first.json<{ headers: Record<string, string> }>().headers['X-Request-Id']).toBe(id);
    expect(second.header('X-Request-ID')).not.toBe(id);
  });

  test("is not the client's", async ({ ask }) => {
    const mine = '0123456789abcdef0123456789abcdef';
    const answer = await ask(`${PROBE}/echo`, { headers: { 'X-Request-ID': mine } });
    expect(answer.header('X-Request-ID')).toMatch(/^[0-9a-f]{32}$/);
    expect(answer.header('X-Request-ID')).not.toBe(mine);
    expect(answer.text).not.toContain(mine);
  });

  test('is in problem+json, whoever wrote it', async ({ ask }) => {
    expect(await ask(`${deployment.api.prefix}missing`)).toBeProblem(404); // Django
    expect(await ask(`${PROBE}/fail`)).toBeProblem(500); // a view that raised
    const length = String(deployment.limits.bodyBytes + 1);
    const tooLarge = { method: 'POST', headers: { 'Content-Length': length }, body: [''] };
    expect(await ask(`${PROBE}/body`, tooLarge)).toBeProblem(413); // Nginx
  });
});

row('request-id', { needs: ['probe', 'engine'] }, () => {
  for (const path of [`${PROBE}/echo`, `${deployment.api.prefix}missing`, `${PROBE}/fail`]) {
    test(`is in both logs for ${path}`, async ({ ask, stack }) => {
      const since = now();
      const id = (await ask(path)).header('X-Request-ID') ?? 'none';
      await expect.poll(() => stack.output('web', 'both', since)).toContain(id);
      await expect.poll(() => stack.output('api', 'both', since)).toContain(id);
    });
  }
});

row('request-id', () => {
  test('is in the answers of files too', async ({ ask }) => {
    for (const path of ['/', '/assets/missing.js', deployment.api.open, deployment.health ?? '/']) {
      expect((await ask(path)).header('X-Request-ID'), path).toMatch(/^[0-9a-f]{32}$/);
    }
  });
});

row('request-id', { needs: ['probe', 'engine'] }, () => {
  test('of one request is not in the line of another that cannot be read', async ({ origin, stack, probe }) => {
    // One after another, so that every thread has answered somebody.
    for (let before = 0; before < 20; before++) await probe.echo();
    const name = markName().toUpperCase();
    const headers = [`${name}: a\x01b`];
    await exchange(origin, requestText(origin, { target: deployment.api.open, headers }));
    const since = new Date(Date.now() - 60_000);
    const line = async () => (await stack.logs('api', since)).split('\n').find((text) => text.includes(name));
    await expect.poll(line).toContain('Invalid HTTP Header');
    expect(await line()).not.toContain('request_id');
  });
});
