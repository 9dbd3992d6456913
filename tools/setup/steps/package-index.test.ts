import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseSettings, pipConf } from './package-index.ts';

/** The text of pip.conf for the output of `pip config list`. */
function confOf(list: string[], hasCa = false): string {
  return pipConf(parseSettings(list.join('\n')), hasCa);
}

test('passes a package index that is configured on this machine to the image builds, from every place that pip reads', () => {
  const conf = '[global]\nindex-url = https://pypi.example/simple\n';
  assert.equal(confOf(["global.index-url='https://pypi.example/simple'"]), conf);
  assert.equal(confOf(["install.index-url='https://pypi.example/simple'"]), conf);
  assert.equal(confOf([":env:.index-url='https://pypi.example/simple'"]), conf);
  const all = [
    ":env:.index-url='https://pypi.example/simple'",
    "global.index-url='https://user.example/simple'",
    "install.index-url='https://install.example/simple'",
  ];
  assert.equal(confOf(all), conf);
});

test('passes several indexes, trusted hosts and passwords, and no settings that name folders of this machine', () => {
  const list = [
    ":env:.find-links='/opt/wheels'",
    "global.cache-dir='/home/ada/cache'",
    "global.cert='/etc/ca.crt'",
    "global.extra-index-url='\\nhttps://ada:se%40cret@one.example/\\nhttps://two.example/'",
    'global.trusted-host="one.example"',
  ];
  assert.equal(
    confOf(list, true),
    '[global]\nextra-index-url = https://ada:se%40cret@one.example/ https://two.example/\n' +
      'trusted-host = one.example\ncert = /run/secrets/ca.crt\n',
  );
  assert.equal(confOf([]), '[global]\n');
});
