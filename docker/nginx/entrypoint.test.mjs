// @ts-check
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const SCRIPT = fileURLToPath(new URL('entrypoint.sh', import.meta.url));

/** What goes well is tried where Nginx is: the image build runs the entrypoint with `-t`. */
const REFUSED = [
  { APP_MAX_BODY_BYTES: '0' },
  { APP_MAX_BODY_BYTES: '10m' },
  { APP_MAX_BODY_BYTES: '-1' },
  { APP_MAX_BODY_BYTES: '99999999999' },
  { APP_REQUEST_TIMEOUT_SECONDS: '1.5' },
  { APP_REQUEST_TIMEOUT_SECONDS: '30s' },
  { APP_REQUEST_TIMEOUT_SECONDS: '007' },
  { APP_SIGN_INS_PER_MINUTE: '0' },
  { APP_SIGN_INS_PER_MINUTE: '30r/m' },
  { APP_API_UPSTREAM: 'api' },
  { APP_API_UPSTREAM: 'http://api:8000' },
  { APP_API_UPSTREAM: 'api:0' },
  { APP_API_UPSTREAM: 'api:70000' },
  { APP_API_UPSTREAM: ':8000' },
  { APP_API_UPSTREAM: 'api:8000; return 200' },
  { APP_API_UPSTREAM: 'api:8000\nx:1' },
  { APP_TRUSTED_PROXIES: 'proxy.example' },
  { APP_TRUSTED_PROXIES: '*' },
  { APP_TRUSTED_PROXIES: '10.0.0.256' },
  { APP_TRUSTED_PROXIES: '10.0.0' },
  { APP_TRUSTED_PROXIES: '10.0.0.0/33' },
  { APP_TRUSTED_PROXIES: '10.0.0.7, 10.0.0.8:80' },
  { APP_TRUSTED_PROXIES: '10.0.0.7,,10.0.0.8' },
  { APP_TRUSTED_PROXIES: '10.0.0.7\n10.0.0.8' },
  { APP_TRUSTED_PROXIES: '10.0.0.7; return 200' },
  { APP_TRUSTED_PROXIES: 'fd00::/129' },
  { APP_TRUSTED_PROXIES: 'fd00:::1' },
  { APP_TRUSTED_PROXIES: 'fd00:1:2:3' },
  { APP_TRUSTED_PROXIES: '1:2:3:4:5:6:7:8:9' },
];

/** @param {Record<string, string>} variables */
function start(variables) {
  return spawnSync('sh', [SCRIPT], { encoding: 'utf8', env: { PATH: process.env['PATH'], ...variables } });
}

for (const variables of REFUSED) {
  const [[name = '', value = ''] = []] = Object.entries(variables);
  test(`refuses to start with ${name}=${JSON.stringify(value)}, in one sentence that names it`, () => {
    const ran = start(variables);
    assert.equal(ran.status, 1);
    assert.equal(ran.stdout, '');
    assert.match(ran.stderr, new RegExp(`^web: ${name} .*\\.\\n$`, 's'));
    assert.equal(ran.stderr.trim().split('web: ').length, 2);
  });
}

for (const everybody of ['0.0.0.0/0', '::/0', '10.0.0.7,0.0.0.0/0']) {
  test(`says why APP_TRUSTED_PROXIES=${everybody} would be a mistake`, () => {
    const ran = start({ APP_TRUSTED_PROXIES: everybody });
    assert.equal(ran.status, 1);
    assert.match(ran.stderr, /^web: APP_TRUSTED_PROXIES must not hold \S+\/0: everybody would be a proxy, .*\.\n$/);
  });
}
