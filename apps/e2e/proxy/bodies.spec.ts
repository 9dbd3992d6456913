import { createHash, randomBytes } from 'node:crypto';
import { deployment } from '../contract/deployment.ts';
import { row } from '../contract/row.ts';
import type { AskOptions } from '../support/http.ts';
import { markName } from '../support/probe.ts';
import { RawConnection } from '../support/raw-http.ts';
import { expect, test } from '../support/test.ts';

/** One number for Nginx, Gunicorn and Django. */
const LIMIT = deployment.limits.bodyBytes;
const { probe: PROBE } = deployment;

function sha256(body: Buffer): string {
  return createHash('sha256').update(body).digest('hex');
}

function upload(body: AskOptions['body'], headers = {}): AskOptions {
  return {
    method: 'POST',
    headers: { 'Content-Type': 'application/octet-stream', ...headers },
    ...(body === undefined ? {} : { body }),
  };
}

row('body-limit', { needs: ['probe', 'writing'] }, () => {
  for (const length of [0, 1, 3_000_000, LIMIT]) {
    // 3 MB: Django's own default stops at 2.5 MB (DATA_UPLOAD_MAX_MEMORY_SIZE).
    test(`a body of ${length} bytes passes whole`, async ({ ask }) => {
      const body = randomBytes(length);
      const answer = await ask(`${PROBE}/body`, upload(body, { 'Content-Length': String(length) }));
      expect(answer.json()).toEqual({ method: 'POST', length, sha256: sha256(body) });
    });
  }

  test('a body up to the limit is readable in a view at once, as JSON and forms are', async ({ ask }) => {
    const answer = await ask(`${PROBE}/echo`, upload(randomBytes(LIMIT)));
    expect(answer.json().body_length).toBe(LIMIT);
  });

  for (const kind of ['with its length', 'chunked'] as const) {
    test(`one byte over the limit (${kind}) answers 413 problem+json without Django being asked`, async ({
      ask,
      probe,
    }) => {
      const name = markName();
      const body = randomBytes(LIMIT + 1);
      const answer = await ask(`${PROBE}/marks/${name}`, upload(kind === 'chunked' ? [body] : body));
      expect(answer).toBeProblem(413);
      expect(await probe.hasMark(name)).toBe(false);
    });
  }

  test('"Expect: 100-continue" with a body over the limit gets 413 and no 100', async ({ origin }) => {
    const connection = await RawConnection.open(origin);
    connection.send(
      `POST ${PROBE}/body HTTP/1.1\r\nHost: ${new URL(origin).host}\r\n` +
        `Content-Length: ${LIMIT + 1}\r\nExpect: 100-continue\r\n\r\n`,
    );
    expect(await connection.read()).toBeProblem(413);
    connection.close();
  });
});

row('body-limit', { needs: ['admin', 'writing'] }, () => {
  test('a body over the limit is refused outside the API with a page for people', async ({ ask }) => {
    const answer = await ask(deployment.admin?.page ?? '', upload(randomBytes(LIMIT + 1)));
    expect(answer.status).toBe(413);
    expect(answer.header('Content-Type')).toMatch(/^text\/html/);
    expect(answer.text).toContain(answer.header('X-Request-ID'));
  });
});

row('uploads', { needs: ['probe', 'writing'] }, () => {
  test('a chunked upload arrives whole', async ({ ask }) => {
    const pieces = [randomBytes(1), randomBytes(70_000), randomBytes(5), randomBytes(400_000)];
    const answer = await ask(`${PROBE}/body`, upload(pieces));
    const whole = Buffer.concat(pieces);
    expect(answer.json()).toEqual({ method: 'POST', length: whole.length, sha256: sha256(whole) });
  });

  test('an upload without a body and without a length is an empty one', async ({ origin }) => {
    const connection = await RawConnection.open(origin);
    connection.send(`POST ${PROBE}/body HTTP/1.1\r\nHost: ${new URL(origin).host}\r\n\r\n`);
    expect((await connection.read()).json()).toHaveLength(0);
    connection.close();
  });

  test('"Expect: 100-continue" gets 100, then the body passes (RFC 9110, 10.1.1)', async ({ origin }) => {
    const connection = await RawConnection.open(origin);
    const body = randomBytes(50_000);
    connection.send(
      `POST ${PROBE}/body HTTP/1.1\r\nHost: ${new URL(origin).host}\r\n` +
        `Content-Length: ${body.length}\r\nExpect: 100-continue\r\n\r\n`,
    );
    expect((await connection.read()).status).toBe(100);
    connection.send(body);
    expect((await connection.read()).json().sha256).toBe(sha256(body));
    connection.close();
  });
});

row('downloads', { needs: ['probe'] }, () => {
  test('a download of 20 MB arrives whole', async ({ ask }) => {
    const answer = await ask(`${PROBE}/large`);
    expect(answer.body).toHaveLength(20 * 1024 * 1024);
    expect(sha256(answer.body)).toBe(answer.header('X-Probe-SHA256'));
  });
});

row('response-head', { needs: ['probe'] }, () => {
  test('two cookies in one response arrive as two headers', async ({ ask }) => {
    const cookies = (await ask(`${PROBE}/cookie`)).all('Set-Cookie').map((line) => line.split(';')[0]);
    expect(cookies).toEqual(['first=1', 'second=2']);
  });

  test('a field of 16,000 bytes arrives whole', async ({ ask }) => {
    const answer = await ask(`${PROBE}/header/16000`);
    expect(answer.status).toBe(200);
    expect(answer.header('X-Probe-Long')).toHaveLength(16_000);
  });

  test('a header that is longer than 16 kB is 502 problem+json, and never cut', async ({ ask }) => {
    expect(await ask(`${PROBE}/header/16400`)).toBeProblem(502);
  });

  for (const to of ['/elsewhere?x=%2F', 'https://example.org/a//b', 'http://api/inside', 'http://api:8000/inside']) {
    test(`Location: ${to} passes as the view wrote it`, async ({ ask }) => {
      expect((await ask(`${PROBE}/redirect?to=${encodeURIComponent(to)}`)).all('Location')).toEqual([to]);
    });
  }
});

/** A reset is a matter of moments: without the mend, half of these were 502. */
const TRIES = 12;

row('early-answer', { needs: ['writing'] }, () => {
  for (const length of [200_000, LIMIT]) {
    test(`a refusal of ${length} bytes that nobody read is the application’s own, each time`, async ({ ask }) => {
      const body = Buffer.alloc(length);
      for (let attempt = 0; attempt < TRIES; attempt += 1) {
        expect(await ask(`${deployment.api.prefix}nothing-here`, upload(body))).toBeProblem(404);
      }
    });
  }
});
