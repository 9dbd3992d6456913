import { createHash, randomBytes } from 'node:crypto';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { RequestOptions } from '../support/http.ts';
import { markName, type Echo } from '../support/probe.ts';
import { nginxMemory, spoolFiles } from '../support/processes.ts';
import { connected, requestText, sendRaw } from '../support/raw-http.ts';
import { deployment, expect, row, test } from './contract-test.ts';

const { api, probe: PROBE } = deployment;
/** One limit for Nginx, Gunicorn and Django. */
const LIMIT = deployment.limits.bodyBytes;

const digestOf = (body: Buffer) => ({
  method: 'POST',
  length: body.length,
  sha256: createHash('sha256').update(body).digest('hex'),
});

function upload(body: NonNullable<RequestOptions['body']>, headers = {}): RequestOptions {
  return { method: 'POST', headers: { 'Content-Type': 'application/octet-stream', ...headers }, body };
}

/** The header of an upload to the probe. */
function uploadHeader(origin: string, length: number, { target = `${PROBE}/body`, headers = [] as string[] } = {}) {
  return requestText(origin, { method: 'POST', target, headers: [`Content-Length: ${length}`, ...headers] });
}

row('body-limit', { needs: ['probe', 'writing'] }, () => {
  for (const length of [0, 3_000_000, LIMIT]) {
    // 3 MB is above Django's default limit of 2.5 MB (DATA_UPLOAD_MAX_MEMORY_SIZE).
    test(`a body of ${length} bytes is forwarded whole`, async ({ send }) => {
      const body = randomBytes(length);
      const response = await send(`${PROBE}/body`, upload(body, { 'Content-Length': String(length) }));
      expect(response.json()).toEqual(digestOf(body));
    });
  }

  for (const kind of ['with Content-Length', 'chunked'] as const) {
    test(`one byte too many (${kind}) returns 413 problem+json without calling Django`, async ({ probe, send }) => {
      const name = markName();
      const body = randomBytes(LIMIT + 1);
      const response = await send(`${PROBE}/marks/${name}`, upload(kind === 'chunked' ? [body] : body));
      expect(response).toBeProblem(413);
      expect(await probe.hasMark(name)).toBe(false);
    });
  }

  test('"Expect: 100-continue" with a body over the limit gets 413 instead of 100', async ({ origin }) => {
    const header = uploadHeader(origin, LIMIT + 1, { headers: ['Expect: 100-continue'] });
    expect(await sendRaw(origin, header)).toBeProblem(413);
  });
});

row('body-limit', { needs: ['engine', 'probe'] }, () => {
  test("Django's own limit equals Nginx's for a view that reads the body at once", async ({ stack }) => {
    const statusOf = (bytes: number) =>
      stack.exec('web', [
        ...['sh', '-c'],
        `head -c ${bytes} /dev/zero | curl --silent --output /dev/null --write-out '%{http_code}' --header Host:localhost ` +
          `--header Expect: --header Content-Type:application/octet-stream --data-binary @- http://api:8000${PROBE}/echo`,
      ]);
    expect(await statusOf(LIMIT)).toBe('200');
    expect(await statusOf(LIMIT + 1)).toBe('413');
  });
});

const BOUNDARY = '----parts';
/** 1,000 parts with different names and texts, which contain line ends and text that resembles a boundary. RFC 7578. */
const FIELDS = Object.fromEntries(
  Array.from({ length: 1_000 }, (_, number) => [`field-${number}`, `\r\n--${number}\r\n${'x'.repeat(number % 97)}`]),
);
const MULTIPART = Buffer.from(
  Object.entries(FIELDS)
    .map(([name, text]) => `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${text}\r\n`)
    .join('') + `--${BOUNDARY}--\r\n`,
);

row('uploads', { needs: ['probe', 'writing'] }, () => {
  test('a chunked upload arrives whole', async ({ send }) => {
    const pieces = [randomBytes(1), randomBytes(70_000), randomBytes(5), randomBytes(400_000)];
    expect((await send(`${PROBE}/body`, upload(pieces))).json()).toEqual(digestOf(Buffer.concat(pieces)));
  });

  test('an upload without a body and without a length is empty', async ({ origin }) => {
    expect((await sendRaw(origin, { method: 'POST', target: `${PROBE}/body` })).json()).toHaveLength(0);
  });

  test('"Expect: 100-continue" gets 100, then the body is forwarded (RFC 9110, 10.1.1)', async ({ origin }) => {
    const body = randomBytes(50_000);
    await connected(origin, async (connection) => {
      connection.send(uploadHeader(origin, body.length, { headers: ['Expect: 100-continue'] }));
      expect((await connection.read()).status).toBe(100);
      connection.send(body);
      expect((await connection.read()).json()).toEqual(digestOf(body));
    });
  });

  test('multipart with 1,000 parts arrives whole', async ({ send }) => {
    const type = { 'Content-Type': `multipart/form-data; boundary=${BOUNDARY}` };
    expect((await send(`${PROBE}/body`, upload([MULTIPART], type))).json()).toEqual(digestOf(MULTIPART));
  });
});

/** Ten times the body limit, which gzip compresses to 1 % of it. */
const BOMB = Buffer.alloc(10 * LIMIT);

row('request-encoding', { needs: ['probe', 'writing'] }, () => {
  for (const [what, coding, compress] of [
    ['gzip', 'gzip', () => gzipSync(BOMB)],
    ['br', 'br', () => brotliCompressSync(BOMB.subarray(0, LIMIT + 1))],
    ['bytes that are not gzip', 'gzip', () => randomBytes(1000)],
  ] as const) {
    test(`a body in ${what} is forwarded unchanged`, async ({ send }) => {
      const body = compress();
      const options = upload(body, { 'Content-Encoding': coding });
      expect((await send(`${PROBE}/body`, options)).json()).toEqual(digestOf(body));
      expect((await send(`${PROBE}/echo`, options)).json<Echo>().headers['Content-Encoding']).toBe(coding);
    });
  }
});

/** Closing the connection too early fails only sometimes: without the fix, half of these requests returned 502. */
const TRIES = 12;

row('early-answer', { needs: ['writing'] }, () => {
  for (const length of [200_000, LIMIT]) {
    test(`a 404 for an unread body of ${length} bytes always reaches the client`, async ({ send }) => {
      const body = Buffer.alloc(length);
      for (let attempt = 0; attempt < TRIES; attempt += 1) {
        expect(await send(`${api.prefix}nothing-here`, upload(body))).toBeProblem(404);
      }
    });
  }
});

/** What Nginx may not have written to the file yet: its own buffer and those of the sockets. */
const UNWRITTEN = 256 * 1024;

row('upload-spool', { needs: ['probe', 'writing'] }, () => {
  test('an upload reaches the application when it is complete', async ({ origin, probe }) => {
    const name = markName();
    await connected(origin, async (connection) => {
      connection.send(uploadHeader(origin, 200_000, { target: `${PROBE}/marks/${name}` }));
      connection.send('x'.repeat(199_999));
      // Later requests are answered, so an unbuffered upload would have reached the view by now.
      for (let later = 0; later < 3; later++) await probe.echo();
      expect(await probe.hasMark(name)).toBe(false);
      connection.send('x');
      expect((await connection.read()).status).toBe(200);
    });
    expect(await probe.hasMark(name)).toBe(true);
  });
});

row('upload-spool', { needs: ['probe', 'writing', 'engine'] }, () => {
  test('an upload in progress is in a file on disk and not in memory', async ({ origin, stack }) => {
    const largest = async () => Math.max(...(await nginxMemory(stack, 'VmRSS')));
    const before = await largest();
    const length = LIMIT - 1234;
    await connected(origin, async (connection) => {
      connection.send(uploadHeader(origin, length));
      connection.send(Buffer.alloc(length - 1));
      const file = async () => (await spoolFiles(stack)).find(({ bytes }) => bytes > length - UNWRITTEN);
      await expect.poll(async () => (await file())?.path).toMatch(/^\/var\/cache\/nginx\/client_body\/\d+/);
      expect((await file())?.fileSystem).not.toMatch(/tmpfs|ramfs/);
      expect(await largest()).toBeLessThan(before + length / 2);
      connection.send('x');
      expect((await connection.read()).json()).toMatchObject({ length });
    });
  });
});
