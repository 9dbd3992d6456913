import { deployment } from '../contract/deployment.ts';
import { row } from '../contract/row.ts';
import { connected, exchange } from '../support/raw-http.ts';
import { requestText } from '../support/raw-request.ts';
import { expect, test } from '../support/test.ts';

const { probe: PROBE } = deployment;

/** The room for the header of a response, its last empty line included: Nginx's `proxy_buffer_size`. */
const HEADER = 16 * 1024;

/** Responses of which the client has the beginning when the application fails; `target` is below the probe. */
const CUT: [what: string, target: string, encoding?: string][] = [
  ['less than its length says', '/raw/short'],
  ['no last chunk', '/raw/cut-between-chunks'],
  ['half a chunk', '/raw/cut-in-chunk'],
  ['no line behind its last chunk', '/raw/cut-before-end'],
  ['no last chunk, compressed on its way', '/raw/cut-long', 'gzip'],
  ['a view that fails after one piece', '/broken/1'],
  ['a view that fails after one piece of a known length', '/broken/1?length'],
  ['a view that fails after 200 pieces', '/broken/200'],
  ['a view that fails after 200 pieces of a known length', '/broken/200?length'],
  ['a view that fails after 200 pieces, compressed on its way', '/broken/200', 'gzip'],
];

const NO_RESPONSE: [what: string, name: string][] = [
  ['nothing', 'nothing'],
  ['half a status', 'half-a-status'],
  ['half a header', 'half-a-header'],
  ['two lengths', 'two-lengths'],
  ['a length and chunks', 'length-and-chunks'],
  ['a transfer coding that the proxy has not', 'unknown-coding'],
  ['a NUL in a field', 'nul-in-header'],
];

row('aborted-response', { needs: ['probe'] }, () => {
  for (const [what, target, encoding = 'identity'] of CUT) {
    test(`${what}: the client sees that the response is cut`, async ({ origin }) => {
      await connected(origin, async (connection) => {
        const headers = [`Accept-Encoding: ${encoding}`];
        connection.send(requestText(origin, { target: `${PROBE}${target}`, headers }));
        // Neither the bytes that were promised nor a last chunk: the close is all that comes.
        await expect(connection.read()).rejects.toThrow(/^Closed before /);
      });
    });
  }

  for (const [what, name] of NO_RESPONSE) {
    test(`${what} instead of a response answers 502 problem+json`, async ({ origin }) => {
      const answer = await exchange(origin, requestText(origin, { target: `${PROBE}/raw/${name}` }));
      expect(answer).toBeProblem(502);
      expect(answer.header('Retry-After')).toBe('5');
      expect(answer.header('Cache-Control')).toBe('no-store');
      expect(answer).toCarrySafetyHeaders({ secure: origin.startsWith('https:') });
    });
  }

  test('a view that fails before its first piece answers 500 problem+json', async ({ ask }) => {
    expect(await ask(`${PROBE}/broken/0`)).toBeProblem(500);
  });

  test('a large header of a response arrives, and beyond the room for it is 502', async ({ origin }) => {
    const ofSize = (size: number) => exchange(origin, requestText(origin, { target: `${PROBE}/raw-header/${size}` }));
    const largest = await ofSize(HEADER - 1); // Nginx loses the body behind a header that fills it to the last byte.
    expect(largest.status).toBe(200);
    expect(largest.text).toBe('hello');
    expect(await ofSize(HEADER + 1)).toBeProblem(502);
  });
});
