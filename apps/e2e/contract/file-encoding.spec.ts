import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { assetsOf } from '../support/app-shell.ts';
import { ADMIN_PROBE } from '../support/error-documents.ts';
import type { HttpResponse } from '../support/http.ts';
import { CODED_CONTENT, CODED_SAMPLES, SAMPLE_FOLDER } from '../support/sample-files.ts';
import type { TestFixtures } from '../support/test.ts';
import { deployment, expect, row, test } from './contract-test.ts';

type Coding = 'br' | 'gzip' | 'identity';

const { admin, files, probe: PROBE } = deployment;

const DECODE: Record<Coding, (body: Buffer) => Buffer> = {
  br: brotliDecompressSync,
  gzip: gunzipSync,
  identity: (body) => body,
};

function codingOf(response: HttpResponse): string {
  return response.header('Content-Encoding') ?? 'identity';
}

/** The style sheet of Django's admin, which is compressed by another program than the app's files. */
async function adminStyleSheet(send: TestFixtures['send']): Promise<string[]> {
  if (!admin) return [];
  return [/href="(\/static\/[^"]+\.css)"/.exec((await send(admin.page)).text)?.[1] ?? 'no style sheet'];
}

/** The coding for each Accept-Encoding (RFC 9110, 12.5.3): the highest weight, then br before gzip before identity. */
const NEGOTIATED: [accepts: string, coding: Coding][] = [
  ['gzip, deflate, br, zstd', 'br'], // what Chromium sends
  ['br', 'br'],
  ['gzip', 'gzip'],
  ['vbr, notgzip, brotli', 'identity'],
  // The wildcard stands for every coding that is not listed.
  ['*', 'br'],
  ['br;q=0, *', 'gzip'],
  ['br;q=0, *;q=0.2', 'gzip'],
  ['*;q=0.3, br;q=0.2, identity;q=0', 'gzip'],
  ['*, identity;q=0.5', 'br'],
  ['*;q=1, identity;q=0.5', 'br'],
  ['gzip;q=0, br;q=0, *;q=0.5', 'identity'],
  // Weight 0 excludes a coding.
  ['br;q=0, gzip', 'gzip'],
  ['br;q=0.000, gzip;q=0.5', 'gzip'],
  // White space around separators.
  ['br ; q=0 , gzip ; q=1.0', 'gzip'],
  ['gzip\t;\tq=1.0\t,\tbr\t;\tq=0.9', 'gzip'],
  // Comparing weights.
  ['gzip, br;q=0.9', 'gzip'],
  ['br;q=1.000, gzip;q=0.999', 'br'],
  ['br;q=0.2, gzip;q=0.4, identity;q=0.3', 'gzip'],
  ['br;q=0.4, gzip;q=0.2, identity;q=0.3', 'br'],
  ['br;q=0.9, identity', 'identity'],
  ['br;q=0.9, identity;q=1', 'identity'],
  ['identity;q=0.5, br;q=0.4', 'identity'],
  // Codings and the name of the weight are case-insensitive.
  ['BR', 'br'],
  ['BR;q=0.5', 'br'],
  ['GZIP', 'gzip'],
  ['GZIP;q=0.5', 'gzip'],
  ['IDENTITY, br;q=0.9, gzip;q=0.9', 'identity'],
  ['gzip;q=0.2, identity;Q=0.3', 'identity'],
  // A coding with an invalid weight is ignored.
  ['*;q=0x5', 'identity'],
  ['br;q=0.4, identity;q=0x5', 'br'],
];

row('file-encoding', () => {
  for (const [accepts, coding] of NEGOTIATED) {
    test(`"${accepts}" gets ${coding}`, async ({ send }) => {
      const { script, style } = assetsOf(await send('/'));
      for (const path of ['/', script, style]) {
        expect(codingOf(await send(path, { headers: { 'Accept-Encoding': accepts } })), path).toBe(coding);
      }
    });
  }

  test('type and content are the same in every coding, ETags differ, and Vary is Accept-Encoding', async ({ send }) => {
    const paths = ['/', ...Object.values(assetsOf(await send('/'))), ...(await adminStyleSheet(send))];
    for (const path of paths) {
      const plain = await send(path);
      const etags = new Set<string | undefined>();
      for (const coding of ['identity', 'br', 'gzip'] as const) {
        const response = await send(path, { headers: { 'Accept-Encoding': coding } });
        const about = `${path} as ${coding}`;
        expect(response.status, about).toBe(200);
        expect(codingOf(response), about).toBe(coding);
        expect(response.header('Content-Type'), about).toBe(plain.header('Content-Type'));
        expect(response.all('Vary'), about).toEqual(['Accept-Encoding']);
        expect(Number(response.header('Content-Length')), about).toBe(response.body.length);
        expect(DECODE[coding](response.body).equals(plain.body), about).toBe(true);
        expect(response.body.length, about).toBeLessThanOrEqual(plain.body.length);
        etags.add(response.header('ETag'));
      }
      expect(etags.size, `ETags of ${path}`).toBe(3);
    }
  });
});

row('file-encoding', { needs: ['engine'] }, () => {
  // Files in the root, in the folders of files and in other folders have different locations in Nginx.
  for (const folder of ['', SAMPLE_FOLDER, ...files.folders.map((each) => each.slice(0, -1) + SAMPLE_FOLDER)]) {
    for (const name of folder ? CODED_SAMPLES : ['sample.txt']) {
      const path = `${folder}/${name}`;

      test(`${path} is sent in the coding that the client accepts`, async ({ send }) => {
        const coded = await send(path, { headers: { 'Accept-Encoding': 'br' } });
        expect([coded.status, codingOf(coded), coded.text]).toEqual([200, 'br', CODED_CONTENT]);
        const plain = await send(path, { headers: { 'Accept-Encoding': 'gzip' } });
        expect([plain.status, codingOf(plain), plain.text]).toEqual([200, 'identity', `${name}\n`]);
      });
    }
  }
});

row('range', () => {
  test('a range returns a part of one representation, whatever the client accepts', async ({ send }) => {
    const { script } = assetsOf(await send('/'));
    for (const accepts of ['br', 'gzip', 'identity', 'gzip, deflate, br']) {
      const part = await send(script, { headers: { 'Accept-Encoding': accepts, Range: 'bytes=10-99' } });
      // The server may choose the coding; coding, ETag and bytes must match.
      const whole = await send(script, { headers: { 'Accept-Encoding': codingOf(part) } });
      expect(part.status, accepts).toBe(206);
      expect(part.header('Content-Range'), accepts).toBe(`bytes 10-99/${whole.body.length}`);
      expect(part.header('ETag'), accepts).toBe(whole.header('ETag'));
      expect(part.body.equals(whole.body.subarray(10, 100)), accepts).toBe(true);
    }
  });

  test('If-Range with an old ETag returns the whole file', async ({ send }) => {
    const { script } = assetsOf(await send('/'));
    const response = await send(script, { headers: { Range: 'bytes=0-9', 'If-Range': '"old"' } });
    expect(response.status).toBe(200);
  });
});

row('json-compression', { needs: ['probe'] }, () => {
  const accepts = (coding: string) => ({ headers: { 'Accept-Encoding': coding } });

  test('JSON from the API is compressed', async ({ send }) => {
    const response = await send(`${PROBE}/sized/20000`, accepts('gzip, br'));
    expect(codingOf(response)).toBe('gzip');
    expect(response.all('Vary').join(', ')).toMatch(/Accept-Encoding/i);
    expect(response.body.length).toBeLessThan(2000);
    expect(gunzipSync(response.body)).toHaveLength(20_000);
  });

  // A response that fits into one packet gains nothing from compression.
  for (const [size, coding] of [
    [1023, 'identity'],
    [1024, 'gzip'],
  ] as const) {
    test(`a response of ${size} bytes is sent as ${coding}`, async ({ send }) => {
      expect(codingOf(await send(`${PROBE}/sized/${size}`, accepts('gzip, br')))).toBe(coding);
    });
  }

  for (const [type, coding] of [
    ['application/json', 'gzip'],
    ['application/problem+json', 'gzip'],
    ['text/html', 'gzip'],
    ['text/javascript', 'gzip'],
    ['image/png', 'identity'],
  ] as const) {
    test(`a response of the type ${type} is sent as ${coding}`, async ({ send }) => {
      const path = `${PROBE}/sized/5000?type=${encodeURIComponent(type)}`;
      expect(codingOf(await send(path, accepts('gzip')))).toBe(coding);
    });
  }

  // CDNs and load balancers add Via. Without `gzip_proxied`, Nginx does not compress such responses.
  test('JSON is compressed for a client behind another proxy too', async ({ send }) => {
    const headers = { 'Accept-Encoding': 'gzip', Via: '1.1 balancer' };
    expect(codingOf(await send(`${PROBE}/sized/20000`, { headers }))).toBe('gzip');
  });

  for (const coding of ['br', 'gzip']) {
    test(`a path that contains /${coding}/ does not set Content-Encoding`, async ({ send }) => {
      expect(codingOf(await send(`${PROBE}/echo/200%20/${coding}/x`))).toBe('identity');
    });
  }
});

row('json-compression', { needs: ['engine', 'probe'] }, () => {
  test('pages of the admin are compressed too', async ({ send }) => {
    const response = await send(`${ADMIN_PROBE}/sized/20000`, { headers: { 'Accept-Encoding': 'gzip' } });
    expect(codingOf(response)).toBe('gzip');
  });
});
