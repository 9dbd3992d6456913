import { createHash, randomBytes } from 'node:crypto';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { deployment } from '../contract/deployment.ts';
import { row } from '../contract/row.ts';
import type { Echo } from '../support/probe.ts';
import { expect, test } from '../support/test.ts';

const { probe: PROBE, limits } = deployment;

/** Ten times the limit of a body, and 10 kB of a hundredth of it when it is compressed. */
const BOMB = Buffer.alloc(10 * limits.bodyBytes);

const CODINGS: [name: string, coded: () => Buffer][] = [
  ['gzip', () => gzipSync(BOMB)],
  ['br', () => brotliCompressSync(BOMB.subarray(0, limits.bodyBytes + 1))],
  ['deflate', () => deflateSync(BOMB)],
  // What is said need not be so: the proxy believes nothing and looks at nothing.
  ['gzip', () => randomBytes(1000)],
  ['gzip, gzip', () => gzipSync(gzipSync(BOMB))],
];

row('request-encoding', { needs: ['probe', 'writing'] }, () => {
  for (const [index, [name, coded]] of CODINGS.entries()) {
    test(`a body in ${name} is passed as it is, never inflated (${index})`, async ({ ask }) => {
      const body = coded();
      const headers = { 'Content-Encoding': name, 'Content-Type': 'application/octet-stream' };
      const digest = await ask(`${PROBE}/body`, { method: 'POST', headers, body });
      const sha256 = createHash('sha256').update(body).digest('hex');
      expect(digest.json()).toEqual({ method: 'POST', length: body.length, sha256 });
      const echo = (await ask(`${PROBE}/echo`, { method: 'POST', headers, body })).json<Echo>();
      expect(echo.headers['Content-Encoding']).toBe(name);
    });
  }
});
