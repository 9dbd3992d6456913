// @ts-check
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const SCRIPT = fileURLToPath(new URL('entrypoint.sh', import.meta.url));

/** What goes well is tried where Nginx is: the image build runs the entrypoint with `-t`. */
const REFUSED = [
  { TANDEM_MAX_BODY_BYTES: '0' },
  { TANDEM_MAX_BODY_BYTES: '10m' },
  { TANDEM_MAX_BODY_BYTES: '-1' },
  { TANDEM_MAX_BODY_BYTES: '99999999999' },
  { TANDEM_REQUEST_TIMEOUT_SECONDS: '1.5' },
  { TANDEM_REQUEST_TIMEOUT_SECONDS: '30s' },
  { TANDEM_REQUEST_TIMEOUT_SECONDS: '007' },
  { TANDEM_API_UPSTREAM: 'api' },
  { TANDEM_API_UPSTREAM: 'http://api:8000' },
  { TANDEM_API_UPSTREAM: 'api:0' },
  { TANDEM_API_UPSTREAM: 'api:70000' },
  { TANDEM_API_UPSTREAM: ':8000' },
  { TANDEM_API_UPSTREAM: 'api:8000; return 200' },
  { TANDEM_API_UPSTREAM: 'api:8000\nx:1' },
];

for (const variables of REFUSED) {
  const [[name = '', value = ''] = []] = Object.entries(variables);
  test(`refuses to start with ${name}=${JSON.stringify(value)}, in one sentence that names it`, () => {
    const ran = spawnSync('sh', [SCRIPT], { encoding: 'utf8', env: { PATH: process.env['PATH'], ...variables } });
    assert.equal(ran.status, 1);
    assert.equal(ran.stdout, '');
    assert.match(ran.stderr, new RegExp(`^web: ${name} .*\\.\\n$`, 's'));
    assert.equal(ran.stderr.trim().split('web: ').length, 2);
  });
}
