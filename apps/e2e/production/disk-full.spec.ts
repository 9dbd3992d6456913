import { join } from 'node:path';
import { deployment, expect, test } from '../faults/fault-stack.ts';
import { expectPageText, expectProblemText } from '../support/error-documents.ts';
import { markName } from '../support/probe.ts';
import { Session } from '../support/session.ts';
import type { Stack } from '../support/stack.ts';
import type { TestFixtures } from '../support/test.ts';
import { createUser } from '../support/users.ts';
import { faultUnderLoad } from './fault-under-load.ts';

const { admin, api, probe: PROBE } = deployment;
/** More than Nginx buffers in memory. */
const UPLOAD = { method: 'POST', body: 'x'.repeat(1_000_000) };

test.use({ stackOptions: { overlays: [join(import.meta.dirname, 'compose.small-disks.yaml')] } });

const inDisks = (stack: Stack, command: string) => stack.compose(['exec', '-T', 'disks', 'sh', '-c', command]);
const fill = (stack: Stack, folder: string) => inDisks(stack, `! cat /dev/zero >> ${folder}/fill 2>/dev/null`);
const empty = (stack: Stack, folder: string) => inDisks(stack, `rm ${folder}/fill`);

const write = (send: TestFixtures['send']) =>
  send(`${PROBE}/rows/${markName()}`, { method: 'POST', body: 'x'.repeat(10_000) });

async function fillData(stack: Stack, send: TestFixtures['send']): Promise<void> {
  await fill(stack, '/data');
  // SQLite can overwrite the used part of its journal, up to 4 MB.
  await expect.poll(async () => (await write(send)).status, { intervals: [0] }).toBe(503);
}

test('with a full data volume, writes return 503 and reads are served', async ({ origin, send, stack }) => {
  const failed = await faultUnderLoad('Data volume full', origin, async () => {
    await fillData(stack, send);
    const response = await write(send);
    expect(response).toBeProblem(503);
    expect(response.header('Retry-After')).toBe('5');
    expect((await send('/api/system')).json()).toMatchObject({ hops: { database: { ok: true } } });
    await empty(stack, '/data');
  });
  expect(failed).toBeGreaterThan(0);
  const check = 'import sqlite3; print(*sqlite3.connect("/data/app.sqlite3").execute("PRAGMA integrity_check"))';
  expect(await stack.exec('api', ['python', '-c', check])).toBe("('ok',)\n");
});

test('with a full data volume, jobs wait, and each runs once when there is space', async ({
  origin,
  probe,
  send,
  stack,
}) => {
  const emails = (await Promise.all([1, 2, 3].map(() => createUser(origin)))).map(({ email }) => email);
  const session = new Session(origin);
  await session.send('/api/session'); // sets the CSRF cookie
  for (const email of emails) {
    const request = { method: 'POST', json: { email } };
    expect((await session.send('/api/auth/browser/v1/auth/password/request', request)).status).toBe(401);
  }

  await fillData(stack, send);
  await stack.start('mail');
  await stack.start('worker');
  await expect.poll(() => stack.logs('worker')).toContain('database error, the worker tries again');
  await empty(stack, '/data');

  for (const email of emails) await probe.mailTo(email);
  const states = "SELECT DISTINCT status FROM django_tasks_database_dbtaskresult WHERE task_path LIKE '%deliver'";
  const program = `import sqlite3; print(*sqlite3.connect("/data/app.sqlite3").execute("${states}"))`;
  await expect.poll(() => stack.exec('api', ['python', '-c', program])).toBe("('SUCCESSFUL',)\n");
  const stored = (await stack.logs('mail')).match(/(?<=stored ).+/g);
  expect(stored?.sort()).toEqual(emails.sort());
});

test("with Nginx's volume full, large uploads return 503 and other requests are served", async ({
  origin,
  send,
  stack,
}) => {
  const failed = await faultUnderLoad('Volume of Nginx full', origin, async () => {
    await fill(stack, '/var/cache/nginx');
    const response = await send(`${api.prefix}missing`, UPLOAD);
    expectProblemText(response, 503);
    expect(response.header('Retry-After')).toBe('5');
    expectPageText(await send(admin?.page ?? '', UPLOAD), 503);
    await empty(stack, '/var/cache/nginx');
    expect(await send(`${api.prefix}missing`, UPLOAD)).toBeProblem(404);
  });
  expect(failed).toBe(0);
});
