import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { deployment } from '../contract/deployment.ts';
import { row } from '../contract/row.ts';
import { assetsOf } from '../support/app-shell.ts';
import { PROBE_OF_PAGES } from '../support/error-documents.ts';
import type { Answer } from '../support/http.ts';
import { CODED_CONTENT, CODED_SAMPLES, SAMPLE_FOLDER } from '../support/sample-files.ts';
import { expect, test, type TestFixtures } from '../support/test.ts';

type Coding = 'br' | 'gzip' | 'identity';

const DECODE: Record<Coding, (body: Buffer) => Buffer> = {
  br: brotliDecompressSync,
  gzip: gunzipSync,
  identity: (body) => body,
};

function codingOf(answer: Answer): string {
  return answer.header('Content-Encoding') ?? 'identity';
}

/** A file that Django collects, where its admin is there; other programs compressed it than the app's. */
async function adminStyles(ask: TestFixtures['ask']): Promise<string[]> {
  if (!deployment.admin) return [];
  const admin = (await ask(deployment.admin.page)).text;
  return [/href="(\/static\/[^"]+\.css)"/.exec(admin)?.[1] ?? 'no style sheet'];
}

/** Which coding a client gets that sends this Accept-Encoding (RFC 9110, 12.5.3). */
const CHOICES: [accepts: string, coding: Coding][] = [
  ['gzip, deflate, br, zstd', 'br'], // what Chromium sends
  ['br', 'br'],
  ['gzip', 'gzip'],
  ['GZIP', 'gzip'], // codings are case-insensitive: RFC 9110, 8.4.1
  ['deflate, zstd', 'identity'],
  ['', 'identity'],
  ['identity', 'identity'],
  ['br;q=0', 'identity'],
  ['br;q=0, gzip', 'gzip'],
  ['br;q=0.000, gzip;q=0.5', 'gzip'],
  ['br ; q=0 , gzip ; q=1.0', 'gzip'],
  ['br;q=0, gzip;q=0', 'identity'],
  ['gzip;q=1.0, br;q=0.001', 'gzip'],
  ['br;q=0.1', 'br'],
  ['*;q=0', 'identity'],
  ['br;q=0, *', 'gzip'],
  ['vbr, notgzip, brotli', 'identity'], // a coding's name is not a part of another's
  ['gzipped, brown', 'identity'],
  ['*', 'br'],
  ['br;q=0, *;q=0.2', 'gzip'],
  ['*;q=0.3, br;q=0.2, identity;q=0', 'gzip'],
  ['*;q=0, br', 'br'],
  // The highest weight wins, whoever has it; the smaller file, where two are alike.
  ['BR', 'br'],
  ['br, gzip;q=0.9', 'br'],
  ['gzip, br;q=0.9', 'gzip'],
  ['br;q=0.8, gzip;q=0.7', 'br'],
  ['br;q=0.7, gzip;q=0.8', 'gzip'],
  ['gzip;q=0.5, br;q=0.5', 'br'],
  ['br;q=1.000, gzip;q=0.999', 'br'],
  ['gzip;q=1, br;q=0.9', 'gzip'],
  ['gzip\t;\tq=1.0\t,\tbr\t;\tq=0.9', 'gzip'],
  ['IDENTITY, br;q=0.9, gzip;q=0.9', 'identity'],
  ['identity;q=1.0, *;q=0', 'identity'],
  ['gzip;q=0.2, identity;Q=0.3', 'identity'],
  ['br;q=0.2, gzip;q=0.4, identity;q=0.3', 'gzip'],
  ['br;q=0.4, gzip;q=0.2, identity;q=0.3', 'br'],
  ['identity;q=0.1, br;q=0.1', 'br'],
  // Each form of a weight, in each place of the list, in upper case.
  ['*, identity;q=0.5', 'br'],
  ['*;q=1, identity;q=0.5', 'br'],
  ['br;q=0.9, identity', 'identity'],
  ['identity, br;q=0.9', 'identity'],
  ['br;q=0.9, identity;q=1', 'identity'],
  ['identity;q=0.5, br;q=0.4', 'identity'],
  ['BR;q=0.5', 'br'],
  ['GZIP;q=0.5', 'gzip'],
  ['gzip;q=0.5', 'gzip'],
  ['gzip;q=0, br;q=0, *;q=0.5', 'identity'],
  // What is no weight is no consent.
  ['br;q=0x5', 'identity'],
  ['gzip;q=0x5', 'identity'],
  ['*;q=0x5', 'identity'],
  ['br;q=0.4, identity;q=0x5', 'br'],
];

row('file-encoding', () => {
  for (const [accepts, coding] of CHOICES) {
    test(`"${accepts}" gets ${coding}`, async ({ ask }) => {
      const { script, style } = assetsOf(await ask('/'));
      for (const path of ['/', script, style]) {
        expect(codingOf(await ask(path, { headers: { 'Accept-Encoding': accepts } })), path).toBe(coding);
      }
    });
  }

  test('a client that says nothing gets the plain file', async ({ ask }) => {
    expect(codingOf(await ask('/'))).toBe('identity');
  });

  test('type, length and content are the same, ETag and coding differ, and Vary says so', async ({ ask }) => {
    const paths = ['/', ...Object.values(assetsOf(await ask('/'))), ...(await adminStyles(ask))];
    for (const path of paths) {
      const plain = await ask(path);
      const etags = new Set<string | undefined>();
      for (const coding of ['identity', 'br', 'gzip'] as const) {
        const answer = await ask(path, { headers: { 'Accept-Encoding': coding } });
        const about = `${path} as ${coding}`;
        expect(answer.status, about).toBe(200);
        expect(codingOf(answer), about).toBe(coding);
        expect(answer.header('Content-Type'), about).toBe(plain.header('Content-Type'));
        expect(answer.all('Vary'), about).toEqual(['Accept-Encoding']);
        expect(Number(answer.header('Content-Length')), about).toBe(answer.body.length);
        expect(DECODE[coding](answer.body).equals(plain.body), about).toBe(true);
        etags.add(answer.header('ETag'));
      }
      expect(etags.size, `three ETags of ${path}`).toBe(3);
      const compressed = await ask(path, { headers: { 'Accept-Encoding': 'gzip' } });
      expect(compressed.body.length, path).toBeLessThan(plain.body.length);
    }
  });

  test('an ETag of one coding is no match for another', async ({ ask }) => {
    const { script } = assetsOf(await ask('/'));
    const etag = (await ask(script, { headers: { 'Accept-Encoding': 'gzip' } })).header('ETag') ?? 'none';
    expect(etag).toMatch(/"/);
    const headers = { 'Accept-Encoding': 'br', 'If-None-Match': etag };
    expect((await ask(script, { headers })).status).toBe(200);
  });
});

row('file-encoding', { needs: ['engine'] }, () => {
  // The app's own folder has files without an extension, too; each kind is another location in Nginx.
  for (const folder of ['', ...deployment.files.folders.map((each) => each.slice(0, -1))]) {
    for (const name of CODED_SAMPLES) {
      test(`${folder}${SAMPLE_FOLDER}/${name} is sent compressed to who accepts it`, async ({ ask }) => {
        const path = `${folder}${SAMPLE_FOLDER}/${name}`;
        const coded = await ask(path, { headers: { 'Accept-Encoding': 'br' } });
        expect([coded.status, codingOf(coded), coded.text]).toEqual([200, 'br', CODED_CONTENT]);
        const plain = await ask(path, { headers: { 'Accept-Encoding': 'gzip' } });
        expect([plain.status, codingOf(plain), plain.text]).toEqual([200, 'identity', `${name}\n`]);
      });
    }
  }
});

row('range', () => {
  test('gives a part of the plain file', async ({ ask }) => {
    const { script } = assetsOf(await ask('/'));
    const whole = await ask(script);
    const part = await ask(script, { headers: { Range: 'bytes=10-19' } });
    expect(part.status).toBe(206);
    expect(part.header('Content-Range')).toBe(`bytes 10-19/${whole.body.length}`);
    expect(part.header('ETag')).toBe(whole.header('ETag'));
    expect(part.body.equals(whole.body.subarray(10, 20))).toBe(true);
  });

  test('is of one representation, whatever the client accepts: its coding, ETag and bytes fit together', async ({
    ask,
  }) => {
    // Which one is the server's choice; a part of one that is called a part of another would be a broken file.
    const { script } = assetsOf(await ask('/'));
    for (const accepts of ['br', 'gzip', 'identity', 'gzip, deflate, br']) {
      const part = await ask(script, { headers: { 'Accept-Encoding': accepts, Range: 'bytes=10-99' } });
      const whole = await ask(script, { headers: { 'Accept-Encoding': codingOf(part) } });
      expect(part.status, accepts).toBe(206);
      expect(part.header('ETag'), accepts).toBe(whole.header('ETag'));
      expect(part.body.equals(whole.body.subarray(10, 100)), accepts).toBe(true);
    }
  });

  test('of a file that changed meanwhile gives the whole file (If-Range)', async ({ ask }) => {
    const { script } = assetsOf(await ask('/'));
    const answer = await ask(script, { headers: { Range: 'bytes=0-9', 'If-Range': '"old"' } });
    expect(answer.status).toBe(200);
  });

  test('outside the file answers 416', async ({ ask }) => {
    const { script } = assetsOf(await ask('/'));
    expect((await ask(script, { headers: { Range: 'bytes=99999999-' } })).status).toBe(416);
  });
});

row('json-compression', { needs: ['probe'] }, () => {
  test('is compressed when it is worth it', async ({ ask }) => {
    const answer = await ask(`${deployment.probe}/json/20000`, { headers: { 'Accept-Encoding': 'gzip, br' } });
    expect(codingOf(answer)).toBe('gzip');
    expect(answer.all('Vary').join(', ')).toMatch(/Accept-Encoding/i);
    expect(answer.body.length).toBeLessThan(2000);
    expect(JSON.parse(gunzipSync(answer.body).toString())).toEqual({ text: 'word '.repeat(4000) });
  });

  // What fits into one packet with its header gets no faster, only dearer.
  for (const [size, coding] of [
    [1, 'identity'],
    [1023, 'identity'],
    [1024, 'gzip'],
    [100_000, 'gzip'],
  ] as const) {
    test(`of ${size} bytes is sent as ${coding}`, async ({ ask }) => {
      const answer = await ask(`${deployment.probe}/sized/${size}`, { headers: { 'Accept-Encoding': 'gzip, br' } });
      expect(codingOf(answer)).toBe(coding);
    });
  }

  for (const [type, coding] of [
    ['application/json', 'gzip'],
    ['application/problem+json', 'gzip'],
    ['text/html', 'gzip'],
    ['text/javascript', 'gzip'],
    ['image/png', 'identity'],
    ['application/octet-stream', 'identity'],
  ] as const) {
    test(`an answer that is ${type} is sent as ${coding}`, async ({ ask }) => {
      const headers = { 'Accept-Encoding': 'gzip' };
      expect(codingOf(await ask(`${deployment.probe}/sized/5000?type=${type.replace('+', '%2B')}`, { headers }))).toBe(
        coding,
      );
    });
  }

  // A CDN or a balancer adds Via; without `gzip_proxied` nothing behind it is compressed.
  test('is compressed for a client behind another proxy too', async ({ ask }) => {
    const headers = { 'Accept-Encoding': 'gzip', Via: '1.1 balancer' };
    expect(codingOf(await ask(`${deployment.probe}/json/20000`, { headers }))).toBe('gzip');
  });

  for (const coding of ['br', 'gzip'] as const) {
    test(`is not called ${coding} because its address looks like it`, async ({ ask }) => {
      expect(codingOf(await ask(`${deployment.probe}/echo/200%20/${coding}/x`))).toBe('identity');
    });
  }

  test('is sent as it is to a client that accepts no coding', async ({ ask }) => {
    for (const accepts of ['identity', 'gzip;q=0']) {
      const answer = await ask(`${deployment.probe}/json/20000`, { headers: { 'Accept-Encoding': accepts } });
      expect(codingOf(answer), accepts).toBe('identity');
    }
  });
});

row('json-compression', { needs: ['engine', 'probe'] }, () => {
  test('the admin’s pages are compressed as the API’s answers are', async ({ ask }) => {
    const answer = await ask(`${PROBE_OF_PAGES}/json/20000`, { headers: { 'Accept-Encoding': 'gzip' } });
    expect(codingOf(answer)).toBe('gzip');
  });
});

row('slow-clients', () => {
  test('a request for a thousand parts of a file gets no more than the file', async ({ ask }) => {
    const whole = await ask(deployment.app.page);
    const parts = Array.from({ length: 1_000 }, (_, start) => `${start % 10}-`).join(',');
    const answer = await ask(deployment.app.page, { headers: { Range: `bytes=0-,${parts}` } });
    expect([200, 206, 416]).toContain(answer.status);
    expect(answer.body.length).toBeLessThanOrEqual(whole.body.length + 1_000);
  });
});
