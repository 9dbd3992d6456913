import { randomBytes } from 'node:crypto';
import { deployment } from '../contract/deployment.ts';
import { row } from '../contract/row.ts';
import { accessLine, now } from '../support/access-log.ts';
import { expect, test } from '../support/test.ts';

const { api, app, files, probe: probed } = deployment;
const unique = () => randomBytes(6).toString('hex');

row('access-log', { needs: ['engine', 'probe', 'writing'] }, () => {
  test('neither program writes a cookie, a token, a password or a query', async ({ ask, stack }) => {
    const since = now();
    const secret = `secret-${unique()}`;
    const headers = {
      Cookie: `sessionid=${secret}; csrftoken=${secret}`,
      Authorization: `Bearer ${secret}`,
      'X-CSRFToken': secret,
      Referer: `http://localhost/reset?key=${secret}`,
      'Content-Type': 'application/json',
    };
    const body = JSON.stringify({ email: 'nobody@example.org', password: secret });
    const targets = ['/echo', '/fail', '/status/403'].map((path) => `${probed}${path}`);
    const answers = [
      ...(await Promise.all(
        targets.map((target) => ask(`${target}?password=${secret}`, { method: 'POST', headers, body })),
      )),
      await ask(`${api.private}?token=${secret}`, { method: 'POST', headers, body }),
      await ask(`${deployment.accounts?.signIn}?token=${secret}`, { method: 'POST', headers, body }),
      await ask(`${app.page}?token=${secret}`, { headers }),
      await ask(`${files.folders[0]}missing.js?token=${secret}`, { headers }),
    ];
    for (const answer of answers) await accessLine(stack, answer.header('X-Request-ID'), since);
    for (const service of ['web', 'api'] as const)
      expect(await stack.output(service, 'both', since)).not.toContain(secret);
  });

  test("Gunicorn's and Django's lines are JSON too, one for each request", async ({ ask, stack }) => {
    const since = now();
    const answer = await ask(`${probed}/status/409?token=of-nobody`);
    const id = answer.header('X-Request-ID');
    await ask(`${probed}/fail`);
    const lines = async () => (await stack.output('api', 'both', since)).split('\n').filter(Boolean);
    await expect.poll(async () => (await lines()).filter((line) => line.includes(id ?? 'none'))).toHaveLength(1);
    const parsed = (await lines()).map((line) => JSON.parse(line) as Record<string, unknown>);
    const own = parsed.find((line) => line.request_id === id);
    expect(own).toEqual({
      event: 'request',
      logger: 'app.request',
      level: 'info',
      request_id: id,
      method: 'GET',
      path: `${probed}/status/409`,
      status: 409,
      user_id: null,
      duration_ms: expect.any(Number),
      timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+Z$/),
    });
    for (const line of parsed) expect(line).toMatchObject({ level: expect.any(String), event: expect.any(String) });
  });

  test('an ordinary request writes no error, be its body larger than memory', async ({ ask, stack }) => {
    const since = now();
    const name = unique();
    const upload = { method: 'POST', body: Buffer.alloc(1_000_000) };
    const answer = await ask(`${probed}/body?${name}`, upload);
    expect(answer.status).toBe(200);
    await accessLine(stack, answer.header('X-Request-ID'), since);
    expect(await stack.output('web', 'stderr', since)).not.toContain('[warn]');
  });

  test('a request that failed in Nginx has its line of error, too', async ({ ask, stack }) => {
    const since = now();
    const headers = { 'Content-Length': String(deployment.limits.bodyBytes + 1) };
    const path = `${probed}/body/${unique()}`;
    await ask(path, { method: 'POST', headers, body: [''] });
    await expect.poll(() => stack.output('web', 'stderr', since)).toContain(path);
    expect(await stack.output('web', 'stderr', since)).toMatch(/\[error\] .* client intended to send too large body/);
  });
});
