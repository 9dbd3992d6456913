import { deployment } from '../contract/deployment.ts';
import { row } from '../contract/row.ts';
import { aftermath } from '../support/aftermath.ts';
import { markName } from '../support/probe.ts';
import { exchange } from '../support/raw-http.ts';
import { requestText } from '../support/raw-request.ts';
import { expect, test } from '../support/test.ts';

// Where a request ends. Each case carries a second request in what may be its body: a program that reads the length in another
// way than Nginx would run it, and it would leave its mark. https://portswigger.net/web-security/request-smuggling
const { probe: PROBE } = deployment;

const CHUNKED = 'Transfer-Encoding: chunked';
/** What ends a chunked body; the smuggled request stands behind it. */
const LAST_CHUNK = '0\r\n\r\n';

/** `LENGTH` is the length of all that follows the header. */
const REFUSED: [what: string, lines: string[]][] = [
  // Content-Length: RFC 9110, 8.6: one number of digits.
  ['two different lengths', ['Content-Length: LENGTH', 'Content-Length: 5']],
  ['two different lengths, the short one first', ['Content-Length: 5', 'Content-Length: LENGTH']],
  ['a length of nothing and one of something', ['Content-Length: 0', 'Content-Length: LENGTH']],
  ['the same length twice', ['Content-Length: LENGTH', 'Content-Length: LENGTH']],
  ['a list of the same length', ['Content-Length: LENGTH, LENGTH']],
  ['a list of different lengths', ['Content-Length: 5, LENGTH']],
  ['a length with a plus', ['Content-Length: +LENGTH']],
  ['a length with a minus', ['Content-Length: -LENGTH']],
  ['a length of minus nothing', ['Content-Length: -0']],
  ['a length in hexadecimal digits', ['Content-Length: 0x5']],
  ['a length with a space in it', ['Content-Length: 1 5']],
  ['a length with a tab before it', ['Content-Length:\tLENGTH']],
  ['a length with a tab behind it', ['Content-Length: LENGTH\t']],
  ['a length with a vertical tab before it', ['Content-Length: \x0bLENGTH']],
  ['a length with a point', ['Content-Length: 5.0']],
  ['a length with an exponent', ['Content-Length: 1e1']],
  ['a length with an underscore', ['Content-Length: 1_0']],
  ['a length with a parameter', ['Content-Length: 5;x=1']],
  ['a length in digits of another alphabet', ['Content-Length: \xef\xbc\x95']], // U+FF15
  ['a length above 64 bits', ['Content-Length: 18446744073709551621']],
  ['a length above 63 bits', ['Content-Length: 9223372036854775808']],
  ['a length of no digits', ['Content-Length:']],
  ['a length with a space before the colon', ['Content-Length : LENGTH']],
  ['a length with a folded line', ['Content-Length:', ' LENGTH']],

  // Both: RFC 9112, 6.3, rule 3.
  ['a length and chunks', ['Content-Length: LENGTH', CHUNKED]],
  ['chunks and a length', [CHUNKED, 'Content-Length: LENGTH']],
  ['chunks and a length of nothing', [CHUNKED, 'Content-Length: 0']],
  ['chunks and a length that is none', [CHUNKED, 'Content-Length: x']],
];

/** Names and values of Transfer-Encoding that one program takes for `chunked` and another does not. */
const DISGUISED: [what: string, lines: string[]][] = [
  ['xchunked', ['Transfer-Encoding: xchunked']],
  ['chunked, identity', ['Transfer-Encoding: chunked, identity']],
  ['identity, chunked', ['Transfer-Encoding: identity, chunked']],
  ['identity', ['Transfer-Encoding: identity']],
  ['gzip, chunked', ['Transfer-Encoding: gzip, chunked']],
  ['chunked, chunked', ['Transfer-Encoding: chunked, chunked']],
  ['two lines of chunked', [CHUNKED, CHUNKED]],
  ['a line of chunked and one of identity', [CHUNKED, 'Transfer-Encoding: identity']],
  ['a line of identity and one of chunked', ['Transfer-Encoding: identity', CHUNKED]],
  ['a tab before it', ['Transfer-Encoding:\tchunked']],
  ['a tab behind it', ['Transfer-Encoding: chunked\t']],
  ['a vertical tab before it', ['Transfer-Encoding: \x0bchunked']],
  ['a vertical tab behind it', ['Transfer-Encoding: chunked\x0b']],
  ['a form feed before it', ['Transfer-Encoding: \x0cchunked']],
  ['a no-break space before it', ['Transfer-Encoding: \xa0chunked']],
  ['a NUL behind it', ['Transfer-Encoding: chunked\0']],
  ['a carriage return before it', ['Transfer-Encoding: \rchunked']],
  ['quotes around it', ['Transfer-Encoding: "chunked"']],
  ['apostrophes around it', ["Transfer-Encoding: 'chunked'"]],
  ['a comma before it', ['Transfer-Encoding: ,chunked']],
  ['a comma behind it', ['Transfer-Encoding: chunked,']],
  ['a parameter', ['Transfer-Encoding: chunked;q=1']],
  ['the Kelvin sign for its k', ['Transfer-Encoding: chun\xe2\x84\xaaed']],
  ['nothing', ['Transfer-Encoding:']],
  ['a folded line', ['Transfer-Encoding:', ' chunked']],
  ['a folded line of another field', ['X-Field: x', ' Transfer-Encoding: chunked']],
  ['a space before the colon', ['Transfer-Encoding : chunked']],
  ['a tab before the colon', ['Transfer-Encoding\t: chunked']],
  ['a space before the name', [' Transfer-Encoding: chunked']],
  ['no colon', ['Transfer-Encoding chunked']],
  ['a carriage return instead of a line end', ['X-Field: x\rTransfer-Encoding: chunked']],
];

for (const [what, lines] of DISGUISED) {
  REFUSED.push([`Transfer-Encoding with ${what}`, lines]);
  REFUSED.push([`a length and Transfer-Encoding with ${what}`, ['Content-Length: LENGTH', ...lines]]);
}

/** Where the lines mean a length after all, it is the same one to everybody. */
const UNDERSTOOD: [what: string, lines: string[], body: string, length: number][] = [
  ['a length with zeros before it', ['Content-Length: 005'], 'hello', 5],
  ['a length with a space behind it', ['Content-Length: 5 '], 'hello', 5],
  ['a length without a space before it', ['Content-Length:5'], 'hello', 5],
  ['a length in small letters', ['content-length: 5'], 'hello', 5],
  ['chunks in capitals', ['TRANSFER-ENCODING: CHUNKED'], '5\r\nhello\r\n0\r\n\r\n', 5],
  ['chunks with a space behind the word', ['Transfer-Encoding: chunked '], '5\r\nhello\r\n0\r\n\r\n', 5],
  ['a bare line feed before the field', ['X-Field: x\nTransfer-Encoding: chunked'], '5\r\nhello\r\n0\r\n\r\n', 5],
  ['a name with an underscore for a length', ['Content_Length: 5'], '', 0],
  ['a name with an underscore for chunks', ['Transfer_Encoding: chunked'], '', 0],
  ['another field that ends in the same name', ['X-Transfer-Encoding: chunked', 'X-Content-Length: 5'], '', 0],
  ['no length at all', [], '', 0],
];

/** Old versions know no chunks, but programs behind may: RFC 9112, 6.1. */
const OLD: [what: string, lines: string[]][] = [
  ['chunks', [CHUNKED]],
  ['chunks that keep the connection', [CHUNKED, 'Connection: keep-alive']],
  ['chunks and a length', [CHUNKED, 'Content-Length: LENGTH']],
];

/** A request whose body holds another one, which would leave its mark. */
function smuggling(origin: string, mark: string, lines: readonly string[], version = 'HTTP/1.1'): string {
  const inner = { method: 'POST', target: `${PROBE}/marks/${mark}`, headers: ['Content-Length: 0'] };
  const body = LAST_CHUNK + requestText(origin, inner);
  const headers = lines.map((line) => line.replaceAll('LENGTH', String(body.length)));
  return requestText(origin, { method: 'POST', target: `${PROBE}/body`, version, headers, body });
}

row('framing', { needs: ['probe', 'writing'] }, () => {
  const cases = [
    ...REFUSED.map(([what, lines]) => ({ what, lines, version: 'HTTP/1.1' })),
    ...OLD.map(([what, lines]) => ({ what: `HTTP/1.0 with ${what}`, lines, version: 'HTTP/1.0' })),
  ];
  for (const { what, lines, version } of cases) {
    test(`${what} is refused`, async ({ origin, probe }) => {
      const mark = markName();
      const { first, connection } = await aftermath(origin, smuggling(origin, mark, lines, version));
      expect([400, 501]).toContain(first.status);
      expect(first).toBeProblem(first.status);
      expect(connection).toBe('closed'); // Nobody knows where the next request would begin: RFC 9112, 6.3.
      expect(await probe.hasMark(mark)).toBe(false);
    });
  }

  for (const [what, lines, body, length] of UNDERSTOOD) {
    for (const method of ['POST', 'GET', 'DELETE']) {
      test(`${method} with ${what} is one request with ${length} bytes`, async ({ origin }) => {
        const parts = { method, target: `${PROBE}/body`, headers: lines, body };
        const { first, connection } = await aftermath(origin, requestText(origin, parts));
        expect(first.json()).toMatchObject({ method, length });
        expect(connection).toBe('next answered');
      });
    }
  }

  test('a length above 32 bits is not taken for its lower half', async ({ origin }) => {
    const parts = { method: 'POST', target: `${PROBE}/body`, headers: ['Content-Length: 4294967301'], body: 'hello' };
    expect(await exchange(origin, requestText(origin, parts))).toBeProblem(413);
  });
});
