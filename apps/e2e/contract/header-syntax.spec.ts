import { IN_SYNC, sendWithFollowUp } from '../support/follow-up.ts';
import { markName, type Echo } from '../support/probe.ts';
import { requestText } from '../support/raw-http.ts';
import { deployment, expect, row, test } from './contract-test.ts';

// A field that two servers read differently can be used to bypass one of them.
const { probe: PROBE } = deployment;

const REJECTED: [what: string, line: string][] = [
  ['a line folded with a space (obs-fold)', 'X-Field: a\r\n b'],
  ['a space before the name', ' X-Field: a'],
  ['a space before the colon', 'X-Field : a'],
  ['a space in a name', 'X Field: a'],
  ['an empty name', ': a'],
  ['a NUL in a name', 'X\0Field: a'],
  ['a NUL in a value', 'X-Field: a\0b'],
  ['a bare carriage return in a value', 'X-Field: a\rX-Forwarded-Host: evil.example'],
  ['a control character in a value', 'X-Field: a\x01b'],
];

/** What the application sees of fields that are not rejected; null for a field that Nginx removes. */
const ACCEPTED: [what: string, line: string, seen: Record<string, string | null>][] = [
  ['a bare line feed ends a field', 'X-Field: a\nX-Other: b', { 'X-Field': 'a', 'X-Other': 'b' }],
  ['two carriage returns end a field', 'X-Field: a\r\r\nX-Other: b', { 'X-Field': 'a', 'X-Other': 'b' }],
  ['a name without a colon gets an empty value', 'Xfield', { Xfield: '' }],
  ['white space around a value is removed', 'X-Field: \t a \t ', { 'X-Field': 'a' }],
  ['bytes outside ASCII in a value are kept', 'X-Field: caf\xc3\xa9', { 'X-Field': 'caf\xc3\xa9' }],
  ['a repeated field becomes a list in the same order', 'X-Field: b\r\nX-Field: a', { 'X-Field': 'b,a' }],

  // CGI variables cannot distinguish `_` from `-`, so such a name would replace another field (WSGI, PEP 3333).
  ['a name with an underscore is removed', 'X-Field: a\r\nX_Field: b', { 'X-Field': 'a' }],
  ['Content_Length is not a length', 'Content_Length: 5', { 'Content-Length': null }],

  // Characters that are not allowed in a name (RFC 9110, 5.6.2), and allowed ones that no field uses.
  ['a name with a dot is removed', 'X.Field: a', { 'X-Field': null, 'X.Field': null }],
  ['a name with bytes outside ASCII is removed', 'X-F\xefeld: a', { 'X-F\xefeld': null }],
];

/** Variants of fields that Nginx sets for the application. */
const LOOKALIKES = ['X_Forwarded_For: 203.0.113.7', 'X_Request_ID: 203.0.113.7', 'Remote_Addr: 203.0.113.7'];

row('header-syntax', { needs: ['probe', 'writing'] }, () => {
  for (const [what, line] of REJECTED) {
    test(`${what} is rejected`, async ({ origin, probe }) => {
      const mark = markName();
      const parts = { method: 'POST', target: `${PROBE}/marks/${mark}`, headers: [line] };
      const { first, connection } = await sendWithFollowUp(origin, requestText(origin, parts));
      expect(first.status).toBe(400);
      expect(connection).toMatch(IN_SYNC);
      expect(await probe.hasMark(mark)).toBe(false);
    });
  }
});

row('header-syntax', { needs: ['probe'] }, () => {
  for (const [what, line, seen] of ACCEPTED) {
    test(what, async ({ origin }) => {
      const text = requestText(origin, { target: `${PROBE}/echo`, headers: [line] });
      const { first, connection } = await sendWithFollowUp(origin, text);
      const { headers } = first.json<Echo>();
      const names = Object.keys(seen);
      expect(Object.fromEntries(names.map((name) => [name, headers[name] ?? null]))).toEqual(seen);
      expect(connection).toBe('next answered');
    });
  }

  for (const line of LOOKALIKES) {
    test(`"${line}" changes nothing that the application sees`, async ({ origin, probe }) => {
      const plain = await probe.echo();
      const text = requestText(origin, { target: `${PROBE}/echo`, headers: [line] });
      const { first } = await sendWithFollowUp(origin, text);
      const echo = first.json<Echo>();
      expect(echo).toMatchObject({ client_address: plain.client_address, scheme: plain.scheme, host: plain.host });
      expect(Object.keys(echo.headers).sort()).toEqual(Object.keys(plain.headers).sort());
      expect(JSON.stringify(echo)).not.toContain('203.0.113.7');
    });
  }

  test('a request whose lines all end with bare line feeds is one request', async ({ origin }) => {
    const text = requestText(origin, { target: `${PROBE}/echo/lf`, headers: ['X-Field: a'] });
    const { first, connection } = await sendWithFollowUp(origin, text.replaceAll('\r\n', '\n'));
    expect(first.json()).toMatchObject({ raw_uri: `${PROBE}/echo/lf`, headers: { 'X-Field': 'a' } });
    expect(connection).toBe('next answered');
  });
});
