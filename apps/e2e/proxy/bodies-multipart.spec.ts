import { createHash } from 'node:crypto';
import { deployment } from '../contract/deployment.ts';
import { row } from '../contract/row.ts';
import type { AskOptions } from '../support/http.ts';
import { expect, test } from '../support/test.ts';

const { probe: PROBE } = deployment;

const PARTS = 1_000;
const BOUNDARY = '----parts';
const TYPE = { 'Content-Type': `multipart/form-data; boundary=${BOUNDARY}` };

/** Every part has a name and text of its own, with line ends and what looks like a boundary. RFC 7578. */
const FIELDS = Object.fromEntries(
  Array.from({ length: PARTS }, (_, number) => [`field-${number}`, `\r\n--${number}\r\n${'x'.repeat(number % 97)}`]),
);

const BODY = Buffer.from(
  Object.entries(FIELDS)
    .map(([name, text]) => `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${text}\r\n`)
    .join('') + `--${BOUNDARY}--\r\n`,
);

row('uploads', { needs: ['probe', 'writing'] }, () => {
  for (const [kind, body] of [
    ['with its length', BODY],
    ['chunked', [BODY]],
  ] satisfies [string, AskOptions['body']][]) {
    test(`multipart with 1,000 parts (${kind}) arrives whole`, async ({ ask }) => {
      const answer = await ask(`${PROBE}/body`, { method: 'POST', headers: TYPE, body });
      const sha256 = createHash('sha256').update(BODY).digest('hex');
      expect(answer.json()).toEqual({ method: 'POST', length: BODY.length, sha256 });
    });
  }

  test('the application finds every one of 1,000 parts', async ({ ask }) => {
    const answer = await ask(`${PROBE}/form`, { method: 'POST', headers: TYPE, body: BODY });
    expect(answer.json()).toEqual({ fields: FIELDS, files: 0 });
  });
});
