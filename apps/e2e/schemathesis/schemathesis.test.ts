/** Sends requests that Schemathesis generates from the OpenAPI document, and compares each response with the document. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { run, type CommandError } from '../support/command.ts';
import { CSRF_COOKIE } from '../support/identity.ts';
import { ARTIFACTS, WORKSPACE_ROOT } from '../support/paths.ts';
import { Stack } from '../support/stack.ts';

const CHECKS = ['not_a_server_error', 'status_code_conformance', 'content_type_conformance'];
const OPTIONS = [
  ...['--checks', [...CHECKS, 'response_headers_conformance', 'response_schema_conformance'].join(',')],
  ...['--phases', 'examples,coverage,fuzzing', '--max-examples', '20', '--continue-on-failure'],
  // The same requests in each run. Another seed finds others: APP_E2E_SEED.
  ...['--seed', process.env.APP_E2E_SEED ?? '1', '--generation-database', 'none', '--no-color'],
];

/** Clients that hooks.py can act as. */
const CLIENTS = {
  anonymous: 'a client without a session',
  user: 'a user',
  'user with second factor': 'a user with a second factor',
  'second step': 'a client between the two steps of a sign-in',
};

let stack: Stack;

describe('the OpenAPI document', () => {
  before(async () => {
    stack = await Stack.create('schemathesis', {
      // With mail, so that the operations with codes are served, and without 429 responses of Nginx.
      environment: { APP_SMTP_URL: 'smtp://mail:2525', APP_SIGN_INS_PER_MINUTE: '100000' },
    });
    await stack.up();
  });

  after(() => stack.down());

  for (const [client, description] of Object.entries(CLIENTS)) {
    it(`describes every response to ${description}`, async () => {
      const environment = {
        APP_E2E_ORIGIN: stack.url,
        APP_E2E_CSRF_COOKIE: CSRF_COOKIE,
        APP_E2E_CLIENT: client,
        PYTHONPATH: import.meta.dirname,
        SCHEMATHESIS_HOOKS: 'hooks',
      };
      const program = join(WORKSPACE_ROOT, '.local/schemathesis/bin/schemathesis');
      const args = ['run', `${stack.url}/api/openapi.json`, ...OPTIONS];
      // Schemathesis stores its state in the current folder.
      const output = await run(program, args, { cwd: ARTIFACTS, environment, timeout: 600_000 }).catch(
        (error: CommandError) => assert.fail(error.output),
      );
      console.log(output.slice(output.indexOf('= SUMMARY =')));
    });
  }
});
