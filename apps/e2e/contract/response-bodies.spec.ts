import { createHash } from 'node:crypto';
import { sendWithFollowUp } from '../support/follow-up.ts';
import { open } from '../support/http.ts';
import { markName, type Echo } from '../support/probe.ts';
import { connected, requestText } from '../support/raw-http.ts';
import { deployment, expect, row, test } from './contract-test.ts';

const { probe: PROBE } = deployment;

/** More than the socket buffers between Nginx and a client hold. */
const FLOOD_MEGABYTES = 128;

row('downloads', { needs: ['probe'] }, () => {
  test('a download of 20 MB arrives whole', async ({ send }) => {
    const response = await send(`${PROBE}/large`);
    expect(response.body).toHaveLength(20 * 1024 * 1024);
    const sha256 = createHash('sha256').update(response.body).digest('hex');
    expect(sha256).toBe(response.header('X-Probe-SHA256'));
  });
});

row('response-head', { needs: ['probe'] }, () => {
  test('two cookies in one response arrive as two headers', async ({ send }) => {
    const cookies = (await send(`${PROBE}/cookie`)).all('Set-Cookie').map((line) => line.split(';')[0]);
    expect(cookies).toEqual(['first=1', 'second=2']);
  });

  test('a header of 16,000 bytes arrives whole', async ({ send }) => {
    const response = await send(`${PROBE}/header/16000`);
    expect(response.status).toBe(200);
    expect(response.header('X-Probe-Long')).toHaveLength(16_000);
  });

  test('a header over 16 kB returns 502 problem+json', async ({ send }) => {
    expect(await send(`${PROBE}/header/16400`)).toBeProblem(502);
  });

  for (const to of ['/elsewhere?x=%2F', 'https://example.org/a//b', 'http://api/inside', 'http://api:8000/inside']) {
    test(`Location: ${to} is forwarded unchanged`, async ({ send }) => {
      expect((await send(`${PROBE}/redirect?to=${encodeURIComponent(to)}`)).all('Location')).toEqual([to]);
    });
  }
});

row('streaming', { needs: ['probe'] }, () => {
  test('a streamed response arrives piece by piece if the view asks for it', async ({ origin, probe }) => {
    const name = markName();
    const { stream } = await open(origin, `${PROBE}/stream/${name}`);
    const pieces = stream[Symbol.asyncIterator]();
    const next = async () => String((await pieces.next()).value);
    expect(await next()).toBe('first\n');

    // The view sends the second piece when this mark is set.
    await probe.setMark(`${name}-go-on`);
    expect(await next()).toBe('second\n');
  });

  test('other responses are buffered, so that a slow client blocks no view', async ({ origin, probe }) => {
    const unbuffered = markName();
    const buffered = markName();
    const blocked = await open(origin, `${PROBE}/flood/${FLOOD_MEGABYTES}/${unbuffered}?unbuffered`);
    const spooled = await open(origin, `${PROBE}/flood/${FLOOD_MEGABYTES}/${buffered}`);
    // Neither client has read any of the body.
    await expect.poll(() => probe.hasMark(buffered)).toBe(true);
    expect(await probe.hasMark(unbuffered)).toBe(false);
    for (const { stream } of [blocked, spooled]) stream.destroy();
  });
});

row('client-gone', { needs: ['probe'] }, () => {
  test('a view notices that its client disconnected', async ({ origin, probe }) => {
    const name = markName();
    await connected(origin, async (connection) => {
      connection.send(requestText(origin, { target: `${PROBE}/until-gone/${name}` }));
      await expect.poll(() => probe.hasMark(`${name}-begun`)).toBe(true);
      expect(await probe.hasMark(`${name}-gone`)).toBe(false);
    });
    await expect.poll(() => probe.hasMark(`${name}-gone`), { timeout: 5_000 }).toBe(true);
  });
});

/** Responses that the application aborts after the client got the beginning. */
const TRUNCATED: [what: string, target: string, encoding?: string][] = [
  ['a body shorter than its Content-Length', '/raw/short'],
  ['a missing last chunk', '/raw/cut-between-chunks'],
  ['a truncated chunk', '/raw/cut-in-chunk'],
  ['a missing line end after the last chunk', '/raw/cut-before-end'],
  ['a missing last chunk of a compressed response', '/raw/cut-long', 'gzip'],
  ['a view that raises after 200 pieces', '/broken/200'],
  ['a view that raises after 200 pieces of a known length', '/broken/200?length'],
];

row('aborted-response', { needs: ['probe'] }, () => {
  for (const [what, target, encoding = 'identity'] of TRUNCATED) {
    test(`the client can detect ${what}`, async ({ origin }) => {
      await connected(origin, async (connection) => {
        const headers = [`Accept-Encoding: ${encoding}`];
        connection.send(requestText(origin, { target: `${PROBE}${target}`, headers }));
        // The connection closes before the promised bytes or the last chunk.
        await expect(connection.read()).rejects.toThrow(/^Closed before /);
      });
    });
  }

  for (const [what, name] of [
    ['an empty response', 'nothing'],
    ['a truncated status line', 'half-a-status'],
    ['a truncated header', 'half-a-header'],
    ['two lengths', 'two-lengths'],
    ['a length and chunks', 'length-and-chunks'],
    ['an unknown transfer coding', 'unknown-coding'],
    ['a NUL in a field', 'nul-in-header'],
  ]) {
    test(`${what} from the application returns 502 problem+json`, async ({ send }) => {
      const response = await send(`${PROBE}/raw/${name}`);
      expect(response).toBeProblem(502);
      expect(response.header('Retry-After')).toBe('5');
      expect(response.header('Cache-Control')).toBe('no-store');
      expect(response).toHaveSecurityHeaders();
    });
  }
});

row('bodyless-statuses', { needs: ['probe'] }, () => {
  const respond = (origin: string, path: string) =>
    sendWithFollowUp(origin, requestText(origin, { target: `${PROBE}/${path}` }));

  for (const status of [204, 205, 304]) {
    test(`${status} has no body, and the connection stays usable`, async ({ origin }) => {
      const { first, connection } = await respond(origin, `bare/${status}`);
      expect(first.status).toBe(status);
      expect(first.body).toHaveLength(0);
      expect(first.all('Transfer-Encoding')).toEqual([]);
      expect(first.header('ETag')).toBe('"bare"');
      expect(first).toHaveSecurityHeaders();
      expect(connection).toBe('next answered');
    });

    test(`a body that the application sends with ${status} does not become the next response`, async ({ origin }) => {
      const { first, connection } = await respond(origin, `raw/${status}-with-body`);
      expect(first.status).toBe(status);
      expect(connection).toBe('next answered');
    });
  }

  for (const [what, name] of [
    ['bytes behind the response', 'too-much'],
    ['bytes behind the last chunk', 'too-many-chunks'],
    ['early hints (103)', 'early-hints'],
    ['trailers', 'trailers'],
  ]) {
    test(`${what} from the application are not forwarded`, async ({ origin }) => {
      const { first, connection } = await respond(origin, `raw/${name}`);
      expect(first.status).toBe(200);
      expect(first.text).toBe('hello');
      expect(first.all('Set-Cookie')).toEqual([]);
      expect(connection).toBe('next answered');
    });
  }

  test('a response that ends with the upstream connection is chunked', async ({ origin }) => {
    const { first, connection } = await respond(origin, 'raw/until-close');
    expect(first.header('Transfer-Encoding')).toBe('chunked');
    expect(first.text).toBe('hello');
    expect(connection).toBe('next answered');
  });
});

row('bodyless-statuses', { needs: ['probe', 'writing'] }, () => {
  // A trailer that became a header would bypass every check of headers: RFC 9110, 6.5.1.
  for (const trailer of ['X-Trailer: x', 'Content-Length: 50', 'Host: evil.example', 'X-Forwarded-For: 203.0.113.7']) {
    test(`"${trailer}" as a trailer of a request is ignored`, async ({ origin, probe }) => {
      const { headers, client_address } = await probe.echo();
      const body = `5\r\nhello\r\n0\r\n${trailer}\r\n\r\n`;
      const parts = { method: 'POST', target: `${PROBE}/echo`, headers: ['Transfer-Encoding: chunked'], body };
      const { first, connection } = await sendWithFollowUp(origin, requestText(origin, parts));
      const seen = first.json<Echo>();
      expect(seen).toMatchObject({ body_length: 5, client_address, host: new URL(origin).host });
      expect(Object.keys(seen.headers).sort()).toEqual([...Object.keys(headers), 'Content-Length'].sort());
      expect(connection).toBe('next answered');
    });
  }
});
