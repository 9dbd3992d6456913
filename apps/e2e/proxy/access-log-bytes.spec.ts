import { deployment } from '../contract/deployment.ts';
import { row } from '../contract/row.ts';
import { accessLine, accessLineTo, MEMBERS, now, rawAccessLines, type AccessLine } from '../support/access-log.ts';
import { markName } from '../support/probe.ts';
import { connected, exchange } from '../support/raw-http.ts';
import { expect, test } from '../support/test.ts';

const { app } = deployment;
const CLOSE = 'Host: localhost\r\nConnection: close\r\n\r\n';

const HIDDEN = '(bytes outside ASCII)';

/** What a client may send instead of a request, and what is said of it in the log. */
const ODD: [what: string, bytes: string, said: Partial<AccessLine>][] = [
  [
    'quotes and backslashes',
    `GET /a"b\\c HTTP/1.1\r\nUser-Agent: "\\"\r\n${CLOSE}`,
    { path: '/a"b\\c', agent: '"\\"' },
  ],
  ['the end of a line of JSON', `GET /","status":1,"x":{" HTTP/1.1\r\n${CLOSE}`, { path: '/","status":1,"x":{"' }],
  [
    'half a UTF-8 character',
    `GET /caf\xc3?q HTTP/1.1\r\nUser-Agent: \xe2\x82\r\n${CLOSE}`,
    { path: HIDDEN, agent: HIDDEN },
  ],
  ['UTF-8', `GET /caf\xc3\xa9 HTTP/1.1\r\nUser-Agent: \xe2\x82\xac\r\n${CLOSE}`, { path: HIDDEN, agent: HIDDEN }],
  [
    'no bytes of text at all',
    `GET /\xff\xfe HTTP/1.1\r\nUser-Agent: \xff\x80\r\n${CLOSE}`,
    { path: HIDDEN, agent: HIDDEN },
  ],
  ['a control byte in a field', `GET /a HTTP/1.1\r\nUser-Agent: a\x01\x1b[31m\r\n${CLOSE}`, { agent: HIDDEN }],
  ['a tab in a field', `GET /a HTTP/1.1\r\nUser-Agent: a\tb\r\n${CLOSE}`, { agent: HIDDEN }],
  ['DEL in a field', `GET /a HTTP/1.1\r\nUser-Agent: a\x7f\r\n${CLOSE}`, { agent: HIDDEN }],
  ['the first and last of ASCII', `GET /!~ HTTP/1.1\r\nUser-Agent: ! ~\r\n${CLOSE}`, { path: '/!~', agent: '! ~' }],
  ['a control byte in the path', `GET /a\x01 HTTP/1.1\r\n${CLOSE}`, { method: 'GET', path: HIDDEN }],
  ['a NUL in the path', `GET /a\x00 HTTP/1.1\r\n${CLOSE}`, { method: 'GET' }],
  ['an encoded NUL', `GET /a%00?q HTTP/1.1\r\n${CLOSE}`, { path: '/a%00', status: 400 }],
  ['a method of its own', `M-SEARCH /a HTTP/1.1\r\n${CLOSE}`, { method: 'M-SEARCH', path: '/a' }],
  ['a method with an underscore', `VERSION_CONTROL /a HTTP/1.1\r\n${CLOSE}`, { method: 'VERSION_CONTROL', path: '/a' }],
  ['a method in lower case', `get /a HTTP/1.1\r\n${CLOSE}`, { method: '', status: 400 }],
  [
    'a word in lower case before the method',
    `get M-SEARCH /a HTTP/1.1\r\n${CLOSE}`,
    { method: '', path: HIDDEN, status: 400 },
  ],
  ['one word', `GARBAGE\r\n\r\n`, { status: 400 }],
  ['no HTTP', '\x16\x03\x01\x00\xdc\x01\x00\x00\xd8\x03\x03\r\n\r\n', { method: '', status: 400 }],
  ['the preface of HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', { method: 'PRI', path: '*' }],
  ['an address that is too long', `GET /${'a'.repeat(9000)} HTTP/1.1\r\n${CLOSE}`, { method: 'GET', status: 414 }],
  ['another version', `GET /a HTTP/3.1\r\n${CLOSE}`, { method: 'GET', path: '/a', status: 505 }],
  ['a whole address', `GET http://localhost/a?q HTTP/1.1\r\n${CLOSE}`, { path: 'http://localhost/a', status: 200 }],
  ['a question mark alone', `GET /a? HTTP/1.1\r\n${CLOSE}`, { path: '/a' }],
];

row('access-log', { needs: ['engine'] }, () => {
  for (const [what, bytes, said] of ODD) {
    test(`is one line of JSON in ASCII for ${what}`, async ({ origin, stack }) => {
      const since = now();
      const answer = await exchange(origin, bytes);
      const line = await accessLine(stack, answer.header('X-Request-ID'), since);
      expect(Object.keys(line)).toEqual(MEMBERS);
      expect(line).toMatchObject({ status: answer.status, ...said });
    });
  }

  test('is one line for a request of HTTP/0.9, whose answer has no header', async ({ origin, stack }) => {
    const since = now();
    const path = `/${markName()}`;
    await connected(origin, async (connection) => {
      connection.send(`GET ${path}\r\n`);
      await connection.closed();
    });
    expect(await accessLineTo(stack, path, since)).toMatchObject({ method: 'GET', path, status: 400 });
  });

  test('every line of this moment is JSON in printable ASCII, whoever asked', async ({ ask, origin, stack }) => {
    const since = now();
    // Gone before there was an answer.
    for (const bytes of ['', 'GET', 'GET /gone', 'GET /gone HTTP/1.1\r\nHost:', '\x00', '\xff\xff', '{"']) {
      await connected(origin, (connection) => Promise.resolve(connection.send(bytes)));
    }
    const last = await ask(app.page);
    await accessLine(stack, last.header('X-Request-ID'), since);
    for (const line of await rawAccessLines(stack, since)) {
      expect(line).toMatch(/^[ -~]*$/);
      expect(Object.keys(JSON.parse(line) as object)).toEqual(MEMBERS);
    }
  });
});
