import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';

/** Starts the entrypoint with an invalid variable. Defaults are tested by the image build, which runs `entrypoint.sh -t`. */
function start(variables: Record<string, string>) {
  const env = { PATH: process.env['PATH'], ...variables };
  return spawnSync('sh', [join(import.meta.dirname, 'entrypoint.sh')], { encoding: 'utf8', env });
}

const INVALID = {
  APP_MAX_BODY_BYTES: ['0', '10m', '-1', '99999999999'],
  APP_REQUEST_TIMEOUT_SECONDS: ['1.5', '30s', '007'],
  APP_SIGN_INS_PER_MINUTE: ['0', '30r/m'],
  APP_API_UPSTREAM: [
    ...['api', 'http://api:8000', 'api:0', 'api:70000', ':8000', 'fd00::7', 'fd00::7:8000', '[api]:8000', '[fd00::7]'],
    ...['api:8000; return 200', 'api:8000\nx:1', 'my api:8000', 'my_api}:8000', '$api:8000', '[fd00::7] resolve:8000'],
    ...['[fd00::7]]:8000', '[fd00::7\n]:8000', '[::1]:8000;[::2]:8000'],
  ],
  APP_TRUSTED_PROXIES: [
    'proxy.example',
    '10.0.0.256',
    '10.0.0.0/33',
    '10.0.0.7, 10.0.0.8:80',
    '10.0.0.7,,10.0.0.8',
    '10.0.0.7\n10.0.0.8',
    'fd00::/129',
    'fd00:::1',
    'fd00:1:2:3',
    '1:2:3:4:5:6:7:8:9',
  ],
  APP_TLS: ['on', 'ACME', 'files,acme', 'self-signed\n'],
  APP_METRICS: ['yes', 'On', 'on\n'],
  APP_SENTRY_BROWSER_DSN: [
    ...['sentry.example', 'https://sentry.example/1', 'https://key@sentry.example', 'https://key@sentry.example/x'],
    ...['ftp://key@sentry.example/1', "https://key@sentry.example; script-src 'self'/1", 'https://key@a/1\nb', '"'],
  ],
};

for (const [name, values] of Object.entries(INVALID)) {
  for (const value of values) {
    test(`refuses to start with ${name}=${JSON.stringify(value)}`, () => {
      const { status, stdout, stderr } = start({ [name]: value });
      assert.equal(status, 1);
      assert.equal(stdout, '');
      assert.match(stderr, new RegExp(`^web: ${name} .*\\.\\n$`, 's'));
    });
  }
}

for (const value of ['0.0.0.0/0', '::/0', '10.0.0.7,0.0.0.0/0']) {
  test(`refuses to trust every address (APP_TRUSTED_PROXIES=${value})`, () => {
    const { status, stderr } = start({ APP_TRUSTED_PROXIES: value });
    assert.equal(status, 1);
    assert.match(stderr, /^web: APP_TRUSTED_PROXIES must not contain \S+\/0, .*\.\n$/);
  });
}

for (const value of [
  ...['', 'http://app.example', 'app.example', 'https://', 'https://app.example/path', 'https://app.example:0'],
  ...['https://app.example:123456', 'https://me@app.example', 'https://app.example;', 'https://a\nb', 'https://[::1]'],
]) {
  test(`refuses TLS with APP_PUBLIC_URL=${JSON.stringify(value)}`, () => {
    const { status, stderr } = start({ APP_TLS: 'self-signed', APP_PUBLIC_URL: value });
    assert.equal(status, 1);
    assert.match(stderr, /^web: APP_PUBLIC_URL must be .*\.\n$/s);
  });
}

for (const value of [
  'my_api:8000',
  '_api-2.Example.:1',
  '10.0.0.7:65535',
  '[fd00::7]:8000',
  '[::ffff:10.0.0.7]:8000',
]) {
  test(`accepts APP_API_UPSTREAM=${value}`, () => {
    const { stderr } = start({ APP_API_UPSTREAM: value, APP_TRUSTED_PROXIES: 'invalid' });
    assert.match(stderr, /^web: APP_TRUSTED_PROXIES /);
  });
}
