import { deployment } from '../contract/deployment.ts';
import { row } from '../contract/row.ts';
import { aftermath, SANE } from '../support/aftermath.ts';
import { markName, type Echo } from '../support/probe.ts';
import { requestText } from '../support/raw-request.ts';
import { expect, test } from '../support/test.ts';

// A field that two programs read in two ways is how one of them is deceived: either nobody reads it, or all read the same.
const { probe: PROBE } = deployment;

const REFUSED: [what: string, line: string][] = [
  ['a line folded with a space (obs-fold)', 'X-Field: a\r\n b'],
  ['a line folded with a tab', 'X-Field: a\r\n\tb'],
  ['a space before the first name', ' X-Field: a'],
  ['a space before the colon', 'X-Field : a'],
  ['a tab before the colon', 'X-Field\t: a'],
  ['a space in a name', 'X Field: a'],
  ['an empty name', ': a'],
  ['a NUL in a name', 'X\0Field: a'],
  ['a control character in a name', 'X\x01Field: a'],
  ['a carriage return in a name', 'X\rField: a'],
  ['a NUL in a value', 'X-Field: a\0b'],
  ['a NUL behind a value', 'X-Field: a\0'],
  ['a bare carriage return in a value', 'X-Field: a\rX-Forwarded-Host: evil.example'],
  ['a control character in a value', 'X-Field: a\x01b'],
  ['a vertical tab before a value', 'X-Field: \x0ba'],
  ['a delete character in a value', 'X-Field: a\x7fb'],
];

/** What the application sees of fields that are not refused: null for nothing at all. */
const UNDERSTOOD: [what: string, line: string, seen: Record<string, string | null>][] = [
  ['a bare line feed ends the field', 'X-Field: a\nX-Other: b', { 'X-Field': 'a', 'X-Other': 'b' }],
  ['two carriage returns end the field', 'X-Field: a\r\r\nX-Other: b', { 'X-Field': 'a', 'X-Other': 'b' }],
  ['a name without a colon has no value', 'Xfield', { Xfield: '' }],
  ['an empty value stays empty', 'X-Field:', { 'X-Field': '' }],
  ['white space around a value is not part of it', 'X-Field: \t a \t ', { 'X-Field': 'a' }],
  ['a tab in a value stays', 'X-Field: a\tb', { 'X-Field': 'a\tb' }],
  ['a value of bytes above ASCII stays', 'X-Field: caf\xc3\xa9', { 'X-Field': 'caf\xc3\xa9' }],
  ['a repeated field is one list in its order', 'X-Field: b\r\nX-Field: a', { 'X-Field': 'b,a' }],
  ['a name in capitals is the same name', 'X-FIELD: a', { 'X-Field': 'a' }],

  // In CGI's variables, `_` and `-` are one letter: a name with one would be another field (WSGI, PEP 3333).
  ['a name with an underscore is left out', 'X_Field: a', { 'X-Field': null }],
  ['a name with an underscore replaces nothing', 'X-Field: a\r\nX_Field: b', { 'X-Field': 'a' }],
  ['a length with an underscore is none', 'Content_Length: 5', { 'Content-Length': null }],
  ['a type with an underscore is none', 'Content_Type: text/html', { 'Content-Type': null }],

  // Characters that RFC 9110, 5.6.2 does not allow in a name, and allowed ones that no field has.
  ['a name with a dot is left out', 'X.Field: a', { 'X-Field': null, 'X.Field': null }],
  ['a name with parentheses is left out', 'X(Field): a', { 'X(Field)': null }],
  ['a name with a slash is left out', 'X/Field: a', { 'X/Field': null }],
  ['a name in quotes is left out', '"X-Field": a', { 'X-Field': null, '"X-Field"': null }],
  ['a name with bytes above ASCII is left out', 'X-F\xefeld: a', { 'X-F\xefeld': null }],
];

/** Fields that Nginx sets for the application: no spelling of a client's may add to them. */
const IMITATIONS = [
  'X_Forwarded_For: 203.0.113.7',
  'X-Forwarded_For: 203.0.113.7',
  'X_Real_IP: 203.0.113.7',
  'X_Forwarded_Proto: https',
  'X_Request_ID: 203.0.113.7',
  'X.Forwarded.For: 203.0.113.7',
  'X_Forwarded_Host: 203.0.113.7',
  'Host_: 203.0.113.7',
  'Remote_Addr: 203.0.113.7',
];

row('header-syntax', { needs: ['probe', 'writing'] }, () => {
  for (const [what, line] of REFUSED) {
    test(`${what} is refused`, async ({ origin, probe }) => {
      const mark = markName();
      const parts = { method: 'POST', target: `${PROBE}/marks/${mark}`, headers: [line] };
      const { first, connection } = await aftermath(origin, requestText(origin, parts));
      expect(first.status).toBe(400);
      expect(connection).toMatch(SANE);
      expect(await probe.hasMark(mark)).toBe(false);
    });
  }
});

row('header-syntax', { needs: ['probe'] }, () => {
  for (const [what, line, seen] of UNDERSTOOD) {
    test(what, async ({ origin }) => {
      const text = requestText(origin, { target: `${PROBE}/echo`, headers: [line] });
      const { first, connection } = await aftermath(origin, text);
      const { headers } = first.json<Echo>();
      const names = Object.keys(seen);
      expect(Object.fromEntries(names.map((name) => [name, headers[name] ?? null]))).toEqual(seen);
      expect(connection).toBe('next answered');
    });
  }

  for (const line of IMITATIONS) {
    test(`"${line}" changes nothing that the application sees`, async ({ origin, probe }) => {
      const honest = await probe.echo();
      const text = requestText(origin, { target: `${PROBE}/echo`, headers: [line] });
      const { first } = await aftermath(origin, text);
      const echo = first.json<Echo>();
      expect(echo).toMatchObject({ client_address: honest.client_address, scheme: honest.scheme, host: honest.host });
      expect(Object.keys(echo.headers).sort()).toEqual(Object.keys(honest.headers).sort());
      expect(JSON.stringify(echo)).not.toContain('203.0.113.7');
    });
  }

  test('a request whose lines end with line feeds alone is one request', async ({ origin }) => {
    const text = requestText(origin, { target: `${PROBE}/echo/lf`, headers: ['X-Field: a'] });
    const { first, connection } = await aftermath(origin, text.replaceAll('\r\n', '\n'));
    expect(first.json()).toMatchObject({ raw_uri: `${PROBE}/echo/lf`, headers: { 'X-Field': 'a' } });
    expect(connection).toBe('next answered');
  });
});
