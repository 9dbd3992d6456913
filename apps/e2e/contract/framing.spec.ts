import { sendWithFollowUp } from '../support/follow-up.ts';
import { markName } from '../support/probe.ts';
import { requestText, sendRaw } from '../support/raw-http.ts';
import { deployment, expect, row, test } from './contract-test.ts';

// Where a request ends. Each rejected case contains a second request in what may be its body. A server that determines the
// length differently from Nginx would run it and set its mark. https://portswigger.net/web-security/request-smuggling
const { probe: PROBE } = deployment;

const CHUNKED = 'Transfer-Encoding: chunked';
/** Ends a chunked body; the smuggled request follows. */
const LAST_CHUNK = '0\r\n\r\n';

type Case = [what: string, lines: string[]];

/** `LENGTH` is the number of bytes after the header. */
const REJECTED: Case[] = [
  // Content-Length is one number in digits: RFC 9110, 8.6.
  ['two different lengths', ['Content-Length: LENGTH', 'Content-Length: 5']],
  ['the same length twice', ['Content-Length: LENGTH', 'Content-Length: LENGTH']],
  ['a list of the same length', ['Content-Length: LENGTH, LENGTH']],
  ['a length with a plus sign', ['Content-Length: +LENGTH']],
  ['a hexadecimal length', ['Content-Length: 0x5']],
  ['a length after a tab', ['Content-Length:\tLENGTH']],
  ['a length after a vertical tab', ['Content-Length: \x0bLENGTH']],
  ['a length with an underscore', ['Content-Length: 1_0']],
  ['a length in non-ASCII digits', ['Content-Length: \xef\xbc\x95']], // U+FF15
  ['a length above 64 bits', ['Content-Length: 18446744073709551621']],
  ['an empty length', ['Content-Length:']],
  ['a length with a space before the colon', ['Content-Length : LENGTH']],
  ['a length on a folded line', ['Content-Length:', ' LENGTH']],

  // A length and chunks: RFC 9112, 6.3, rule 3.
  ['a length before chunked', ['Content-Length: LENGTH', CHUNKED]],
  ['a length after chunked', [CHUNKED, 'Content-Length: LENGTH']],
];

/** Variants of Transfer-Encoding that some servers read as `chunked` and others do not. */
const OBFUSCATED: Case[] = [
  ['xchunked', ['Transfer-Encoding: xchunked']],
  ['chunked, identity', ['Transfer-Encoding: chunked, identity']],
  ['identity', ['Transfer-Encoding: identity']],
  ['gzip, chunked', ['Transfer-Encoding: gzip, chunked']],
  ['chunked in two lines', [CHUNKED, CHUNKED]],
  ['a line of identity and a line of chunked', ['Transfer-Encoding: identity', CHUNKED]],
  ['a tab before the value', ['Transfer-Encoding:\tchunked']],
  ['a vertical tab before the value', ['Transfer-Encoding: \x0bchunked']],
  ['a NUL after the value', ['Transfer-Encoding: chunked\0']],
  ['quotes', ['Transfer-Encoding: "chunked"']],
  ['a parameter', ['Transfer-Encoding: chunked;q=1']],
  ['the Kelvin sign in place of k', ['Transfer-Encoding: chun\xe2\x84\xaaed']],
  ['an empty value', ['Transfer-Encoding:']],
  ['a folded line', ['Transfer-Encoding:', ' chunked']],
  ['a space before the colon', ['Transfer-Encoding : chunked']],
  ['no colon', ['Transfer-Encoding chunked']],
  ['a carriage return in place of the line end before it', ['X-Field: x\rTransfer-Encoding: chunked']],
];
for (const [what, lines] of OBFUSCATED) {
  REJECTED.push([`Transfer-Encoding with ${what}`, lines]);
  REJECTED.push([`a length and Transfer-Encoding with ${what}`, ['Content-Length: LENGTH', ...lines]]);
}

/** Unusual lines that every server reads as the same length. */
const ACCEPTED: [what: string, lines: string[], body: string, length: number][] = [
  ['a length with leading zeros', ['Content-Length: 005'], 'hello', 5],
  ['a length with a trailing space', ['Content-Length: 5 '], 'hello', 5],
  ['a length without a space before it', ['Content-Length:5'], 'hello', 5],
  ['chunked in uppercase', ['TRANSFER-ENCODING: CHUNKED'], '5\r\nhello\r\n0\r\n\r\n', 5],
  ['a bare line feed before chunked', ['X-Field: x\nTransfer-Encoding: chunked'], '5\r\nhello\r\n0\r\n\r\n', 5],
  ['underscores in the names', ['Content_Length: 5', 'Transfer_Encoding: chunked'], '', 0],
  ['names that end in the same word', ['X-Transfer-Encoding: chunked', 'X-Content-Length: 5'], '', 0],
  ['no length', [], '', 0],
];

/** HTTP/1.0 has no chunks, but servers behind the proxy may read them: RFC 9112, 6.1. */
const HTTP_1_0: Case[] = [
  ['chunked', [CHUNKED]],
  ['chunked and a length', [CHUNKED, 'Content-Length: LENGTH']],
];

/** Chunks whose size or line ends are invalid (RFC 9112, 7.1). */
const REJECTED_CHUNKS: [what: string, body: string][] = [
  ['a size with 0x', `0x5\r\nhello\r\n${LAST_CHUNK}`],
  ['a size with a minus sign', `-5\r\nhello\r\n${LAST_CHUNK}`],
  ['a size with a plus sign', `+5\r\nhello\r\n${LAST_CHUNK}`],
  ['a size after a space', ` 5\r\nhello\r\n${LAST_CHUNK}`],
  ['no size', `\r\nhello\r\n${LAST_CHUNK}`],
  ['a size above 64 bits', `10000000000000005\r\nhello\r\n${LAST_CHUNK}`],
  ['a size greater than the data', `6\r\nhello\r\n${LAST_CHUNK}`],
  ['a size less than the data', `4\r\nhello\r\n${LAST_CHUNK}`],
  ['no line end after the data', `5\r\nhello${LAST_CHUNK}`],
  ['a bare line feed after the size', `5\nhello\r\n${LAST_CHUNK}`],
  ['a bare line feed after the data', `5\r\nhello\n${LAST_CHUNK}`],
  ['a bare line feed in a trailer', `5\r\nhello\r\n0\r\nX-Trailer: x\n\r\n`],
  ['a bare carriage return after the size', `5\rhello\r\n${LAST_CHUNK}`],
  ['a bare carriage return in an extension', `5;a\rb\r\nhello\r\n${LAST_CHUNK}`],
];

const ACCEPTED_CHUNKS: [what: string, body: string, length: number][] = [
  ['a size in lowercase', `a\r\nhellohello\r\n${LAST_CHUNK}`, 10],
  ['a size with forty leading zeros', `${'0'.repeat(40)}5\r\nhello\r\n${LAST_CHUNK}`, 5],
  ['an extension with quotes', `5;a="b;c"\r\nhello\r\n${LAST_CHUNK}`, 5],
  ['a last chunk with several zeros', '5\r\nhello\r\n0000\r\n\r\n', 5],
  ['no data', LAST_CHUNK, 0],
  ['a chunk that contains a last chunk', `5\r\n${LAST_CHUNK}\r\n${LAST_CHUNK}`, 5],
];

row('framing', { needs: ['probe', 'writing'] }, () => {
  const markRequest = (origin: string, mark: string) =>
    requestText(origin, { method: 'POST', target: `${PROBE}/marks/${mark}`, headers: ['Content-Length: 0'] });

  const cases = [
    ...REJECTED.map(([what, lines]) => ({ what, lines, version: 'HTTP/1.1' })),
    ...HTTP_1_0.map(([what, lines]) => ({ what: `HTTP/1.0 with ${what}`, lines, version: 'HTTP/1.0' })),
  ];
  for (const { what, lines, version } of cases) {
    test(`${what} is rejected`, async ({ origin, probe }) => {
      const mark = markName();
      const body = LAST_CHUNK + markRequest(origin, mark);
      const headers = lines.map((line) => line.replaceAll('LENGTH', String(body.length)));
      const text = requestText(origin, { method: 'POST', target: `${PROBE}/body`, version, headers, body });
      const { first, connection } = await sendWithFollowUp(origin, text);
      expect([400, 501]).toContain(first.status);
      expect(first).toBeProblem(first.status);
      expect(connection).toBe('closed'); // The start of the next request is unknown: RFC 9112, 6.3.
      expect(await probe.hasMark(mark)).toBe(false);
    });
  }

  for (const [what, lines, body, length] of ACCEPTED) {
    for (const method of ['POST', 'GET']) {
      test(`${method} with ${what} is one request of ${length} bytes`, async ({ origin }) => {
        const parts = { method, target: `${PROBE}/body`, headers: lines, body };
        const { first, connection } = await sendWithFollowUp(origin, requestText(origin, parts));
        expect(first.json()).toMatchObject({ method, length });
        expect(connection).toBe('next answered');
      });
    }
  }

  test('a length above 32 bits is not truncated', async ({ origin }) => {
    const parts = { method: 'POST', target: `${PROBE}/body`, headers: ['Content-Length: 4294967301'], body: 'hello' };
    expect(await sendRaw(origin, parts)).toBeProblem(413);
  });

  const chunked = { method: 'POST', target: `${PROBE}/body`, headers: [CHUNKED] };

  for (const [what, body] of REJECTED_CHUNKS) {
    test(`a chunk with ${what} is rejected`, async ({ origin, probe }) => {
      const mark = markName();
      const text = requestText(origin, { ...chunked, body }) + markRequest(origin, mark);
      const { first, connection } = await sendWithFollowUp(origin, text);
      expect(first).toBeProblem(400);
      expect(connection).toBe('closed');
      expect(await probe.hasMark(mark)).toBe(false);
    });
  }

  for (const [what, body, length] of ACCEPTED_CHUNKS) {
    test(`a chunked body with ${what} has ${length} bytes`, async ({ origin }) => {
      const { first, connection } = await sendWithFollowUp(origin, requestText(origin, { ...chunked, body }));
      expect(first.json()).toMatchObject({ method: 'POST', length });
      expect(connection).toBe('next answered');
    });
  }
});
