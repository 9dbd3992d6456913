import { join } from 'node:path';
import { expect, test } from '../faults/fault-stack.ts';
import { CommandError } from '../support/command.ts';
import { WORKSPACE_ROOT } from '../support/paths.ts';
import { faultUnderLoad } from './fault-under-load.ts';

const overlays = [
  join(WORKSPACE_ROOT, 'docker/stack/compose.postgres.yaml'),
  join(import.meta.dirname, 'compose.postgres.yaml'),
];
test.use({ stackOptions: { overlays } });

for (const [what, ...commands] of [
  ['restarted', ['restart', 'db']],
  ['killed and started', ['kill', 'db'], ['up', '--detach', '--wait', '--no-deps', 'db']],
] as const) {
  test(`while PostgreSQL is ${what}, requests return 503 and no acknowledged write is lost`, async ({
    origin,
    stack,
  }) => {
    const failed = await faultUnderLoad(`PostgreSQL ${what}`, origin, async () => {
      for (const command of commands) await stack.compose([...command]);
    });
    expect(failed).toBeGreaterThan(0);
  });
}

test('a wrong password stops the migrations with one sentence that names the variables', async ({ stack }) => {
  const url = 'DATABASE_URL=postgres://app:wrong@db/app';
  const start = ['run', '--rm', '--no-deps', '-T', '--env', 'APP_DATABASE_PASSWORD_FILE=', '--env', url, 'migrate'];
  const error: unknown = await stack.compose(start).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(CommandError);
  expect((error as CommandError).output).toMatch(
    /^The API cannot start\. Check APP_DATABASE_PASSWORD_FILE or DATABASE_URL: [^\n]*password authentication failed for user "app"\.$/m,
  );
});
