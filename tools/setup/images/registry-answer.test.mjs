// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readPullFailure } from './registry-answer.mjs';

/** What engines print, with another registry's name. @type {Record<string, [string, string][]>} */
const REAL = {
  unreachable: [
    [
      'name',
      'Error response from daemon: Get "https://registry.test/v2/": dial tcp: lookup registry.test on 10.0.0.53:53: no such host',
    ],
    [
      'older engine',
      'Error response from daemon: Get https://registry.test/v2/: dial tcp: lookup registry.test: no such host',
    ],
    [
      'containerd store',
      'failed to resolve reference "registry.test/library/node:24-slim": failed to do request: Head "https://registry.test/v2/library/node/manifests/24-slim": dial tcp: lookup registry.test on 127.0.0.53:53: no such host',
    ],
    [
      'refused',
      'Error response from daemon: Get "https://registry.test/v2/": dial tcp 192.0.2.7:443: connect: connection refused',
    ],
    [
      'no name server',
      'Error response from daemon: Get "https://registry.test/v2/": dial tcp: lookup registry.test on [::1]:53: read udp [::1]:43267->[::1]:53: read: connection refused',
    ],
  ],
  limited: [
    ['limit', 'Error response from daemon: toomanyrequests: You have reached your unauthenticated pull rate limit.'],
    ['status', 'unexpected status code https://registry.test/v2/library/node/manifests/24-slim: 429 Too Many Requests'],
  ],
  refused: [
    [
      'denied',
      "Error response from daemon: pull access denied for node, repository does not exist or may require 'docker login': denied",
    ],
    ['tag', 'Error response from daemon: manifest for node:99-slim not found: manifest unknown: manifest unknown'],
    [
      'sign-in',
      'Error response from daemon: Head "https://registry.test/v2/library/node/manifests/24": unauthorized: incorrect username or password',
    ],
  ],
  passing: [
    ['handshake', 'Error response from daemon: Get "https://registry.test/v2/": net/http: TLS handshake timeout'],
    [
      'headers',
      'Error response from daemon: Get "https://registry.test/v2/": net/http: request canceled (Client.Timeout exceeded while awaiting headers)',
    ],
    ['connect', 'Error response from daemon: Get "https://registry.test/v2/": dial tcp 192.0.2.7:443: i/o timeout'],
    [
      'certificate',
      'Error response from daemon: Get "https://registry.test/v2/": tls: failed to verify certificate: x509: certificate signed by unknown authority',
    ],
    ['server', 'Error response from daemon: received unexpected HTTP status: 503 Service Unavailable'],
    [
      'name server',
      'Error response from daemon: Get "https://registry.test/v2/": dial tcp: lookup registry.test on 127.0.0.53:53: server misbehaving',
    ],
    [
      'name timeout',
      'Error response from daemon: Get "https://registry.test/v2/": dial tcp: lookup registry.test on 10.0.0.1:53: read udp 10.0.0.2:5->10.0.0.1:53: i/o timeout',
    ],
    [
      'proxy',
      'Error response from daemon: Get "https://registry.test/v2/": proxyconnect tcp: dial tcp 127.0.0.1:3128: connect: connection refused',
    ],
    [
      'engine',
      'Cannot connect to the Docker daemon at tcp://127.0.0.1:2375. Is the docker daemon running? connect: connection refused',
    ],
    [
      'reset',
      'Error response from daemon: Get "https://registry.test/v2/": read tcp 10.0.0.2:5->192.0.2.7:443: read: connection reset by peer',
    ],
    ['disk', 'failed to register layer: write /usr/bin/node: no space left on device'],
  ],
};

for (const [answer, failures] of Object.entries(REAL)) {
  for (const [name, text] of failures) {
    test(`takes this failure for ${answer}: ${name}`, () => assert.equal(readPullFailure(text), answer));
  }
}
