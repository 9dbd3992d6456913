import { deployment } from '../contract/deployment.ts';
import { row } from '../contract/row.ts';
import { aftermath } from '../support/aftermath.ts';
import { markName } from '../support/probe.ts';
import { requestText } from '../support/raw-request.ts';
import { expect, test } from '../support/test.ts';

// How long each piece of a chunked body is, byte by byte (RFC 9112, 7.1). The last chunk is followed by a second request that
// would leave its mark if a program took a broken size for the end.
const { probe: PROBE } = deployment;

const END = '0\r\n\r\n';

const REFUSED: [what: string, body: string][] = [
  ['a size with 0x before it', `0x5\r\nhello\r\n${END}`],
  ['a size with a minus', `-5\r\nhello\r\n${END}`],
  ['a size with a plus', `+5\r\nhello\r\n${END}`],
  ['a size with a space before it', ` 5\r\nhello\r\n${END}`],
  ['a size that is no number', `g\r\nhello\r\n${END}`],
  ['a size with an underscore', `1_0\r\nhellohellohello!\r\n${END}`],
  ['a size with quotes', `"5"\r\nhello\r\n${END}`],
  ['no size', `\r\nhello\r\n${END}`],
  ['a size above 64 bits', `10000000000000005\r\nhello\r\n${END}`],
  ['the greatest size of 64 bits', `ffffffffffffffff\r\nhello\r\n${END}`],
  ['a size above 63 bits', `8000000000000005\r\nhello\r\n${END}`],
  ['a size greater than the data', `6\r\nhello\r\n${END}`],
  ['a size less than the data', `4\r\nhello\r\n${END}`],
  ['no line end behind the data', `5\r\nhello${END}`],
  ['a bare line feed behind the size', `5\nhello\r\n${END}`],
  ['a bare line feed behind the data', `5\r\nhello\n${END}`],
  ['a bare line feed behind the last size', `5\r\nhello\r\n0\n\r\n`],
  ['a bare line feed at the end', `5\r\nhello\r\n0\r\n\n`],
  ['a bare line feed in an extension', `5;a\nhello\r\n${END}`],
  ['a bare line feed in the extension of the last chunk', `5\r\nhello\r\n0;a\n\r\n`],
  ['a bare line feed in a trailer', `5\r\nhello\r\n0\r\nX-Trailer: x\n\r\n`],
  ['a bare line feed behind a trailer', `5\r\nhello\r\n0\r\nX-Trailer: x\r\n\n`],
  ['a bare carriage return behind the size', `5\rhello\r\n${END}`],
  ['a bare carriage return behind the data', `5\r\nhello\r${END}`],
  ['a bare carriage return in an extension', `5;a\rb\r\nhello\r\n${END}`],
  ['two carriage returns behind the size', `5\r\r\nhello\r\n${END}`],
];

const UNDERSTOOD: [what: string, body: string, length: number][] = [
  ['one chunk', `5\r\nhello\r\n${END}`, 5],
  ['chunks of one byte', `1\r\na\r\n1\r\nb\r\n1\r\nc\r\n${END}`, 3],
  ['a size in small letters', `a\r\nhellohello\r\n${END}`, 10],
  ['a size in capitals', `A\r\nhellohello\r\n${END}`, 10],
  ['a size with zeros before it', `00005\r\nhello\r\n${END}`, 5],
  ['a size with more zeros than a number of 64 bits has digits', `${'0'.repeat(40)}5\r\nhello\r\n${END}`, 5],
  ['an extension', `5;a=b\r\nhello\r\n${END}`, 5],
  ['an extension in quotes', `5;a="b;c"\r\nhello\r\n${END}`, 5],
  ['an end with zeros', '5\r\nhello\r\n0000\r\n\r\n', 5],
  ['nothing but the end', END, 0],
  ['a chunk that looks like the end', `5\r\n${END}\r\n${END}`, 5],
  ['line feeds as data', `5\r\n\n\r\n\r\n\r\n${END}`, 5],
];

row('framing', { needs: ['probe', 'writing'] }, () => {
  const chunked = { method: 'POST', target: `${PROBE}/body`, headers: ['Transfer-Encoding: chunked'] };

  for (const [what, body] of REFUSED) {
    test(`a chunk with ${what} is refused`, async ({ origin, probe }) => {
      const mark = markName();
      const inner = { method: 'POST', target: `${PROBE}/marks/${mark}`, headers: ['Content-Length: 0'] };
      const text = requestText(origin, { ...chunked, body }) + requestText(origin, inner);
      const { first, connection } = await aftermath(origin, text);
      expect(first).toBeProblem(400);
      expect(connection).toBe('closed');
      expect(await probe.hasMark(mark)).toBe(false);
    });
  }

  for (const [what, body, length] of UNDERSTOOD) {
    test(`${what} is ${length} bytes, and the next request begins behind it`, async ({ origin }) => {
      const { first, connection } = await aftermath(origin, requestText(origin, { ...chunked, body }));
      expect(first.json()).toMatchObject({ method: 'POST', length });
      expect(connection).toBe('next answered');
    });
  }
});
