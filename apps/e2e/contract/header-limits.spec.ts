import { sendWithFollowUp } from '../support/follow-up.ts';
import type { Echo } from '../support/probe.ts';
import { requestText, type RequestParts } from '../support/raw-http.ts';
import { deployment, expect, row, test } from './contract-test.ts';

const { api, app, probe: PROBE } = deployment;
const ECHO = `${PROBE}/echo`;

/** Longest line of a header with its line end: Nginx's default of `large_client_header_buffers`. */
const MAX_LINE = 8 * 1024;
/** Number of such long lines, by the same directive. */
const MAX_LONG_LINES = 4;
/** Number of fields: `max_headers`. */
const MAX_FIELDS = 90;

/** A field whose line has this many bytes with its line end. */
function fieldOf(length: number, name = 'X-Field', space = ' '): string {
  const start = `${name}:${space}`;
  return start + 'x'.repeat(length - start.length - '\r\n'.length);
}

/** A target whose request line has this many bytes with its line end. */
function targetOf(length: number, path: string): string {
  return `${path}?${'x'.repeat(length - `GET ${path}? HTTP/1.1\r\n`.length)}`;
}

/** This many different fields besides Host. */
function fields(count: number): string[] {
  return Array.from({ length: count }, (_, number) => `X-Field-${number}: ${number}`);
}

row('header-limits', { needs: ['probe'] }, () => {
  const echo = async (origin: string, parts: RequestParts): Promise<Echo> => {
    const { first, connection } = await sendWithFollowUp(origin, requestText(origin, { target: ECHO, ...parts }));
    expect(first.status).toBe(200);
    expect(connection).toBe('next answered');
    return first.json<Echo>();
  };

  test('the longest target reaches the application whole', async ({ origin }) => {
    const target = targetOf(MAX_LINE, ECHO);
    expect((await echo(origin, { target })).raw_uri).toBe(target);
  });

  test('the longest field reaches the application whole, even if Nginx adds a space to it', async ({ origin }) => {
    const field = fieldOf(MAX_LINE, 'X-Field', '');
    expect((await echo(origin, { headers: [field] })).headers['X-Field']).toBe(field.slice('X-Field:'.length));
  });

  test('the maximum number of long fields reaches the application whole', async ({ origin }) => {
    // The empty line after the header needs room in the last one.
    const headers = Array.from({ length: MAX_LONG_LINES }, (_, number) => fieldOf(MAX_LINE - 2, `X-Field-${number}`));
    const { headers: seen } = await echo(origin, { headers });
    for (const field of headers) {
      const [name = '', value] = field.split(': ');
      expect(seen[name]).toBe(value);
    }
  });

  test('the maximum number of fields reaches the application, with those that Nginx adds', async ({ origin }) => {
    const { headers: seen } = await echo(origin, { headers: fields(MAX_FIELDS - 1) }); // and Host
    expect(Object.keys(seen).filter((name) => name.startsWith('X-Field-'))).toHaveLength(MAX_FIELDS - 1);
    expect(Object.keys(seen)).toContain('X-Forwarded-For');
  });
});

const TOO_LARGE: [what: string, status: number, parts: (path: string) => RequestParts][] = [
  ['a target one byte too long', 414, (path) => ({ target: targetOf(MAX_LINE + 1, path) })],
  ['a field one byte too long', 431, () => ({ headers: [fieldOf(MAX_LINE + 1)] })],
  ['a field of 100 kB', 431, () => ({ headers: [fieldOf(100_000)] })],
  ['one long field too many', 431, () => ({ headers: Array(MAX_LONG_LINES + 1).fill(fieldOf(MAX_LINE - 2)) })],
  ['one field too many', 431, () => ({ headers: fields(MAX_FIELDS) })],
  ['10,000 fields', 431, () => ({ headers: fields(10_000) })],
];

row('header-limits', () => {
  for (const [path, type] of [
    [api.open, 'application/problem+json'],
    [app.page, 'text/html; charset=utf-8'],
  ] as const) {
    for (const [what, status, parts] of TOO_LARGE) {
      test(`${what} returns ${status} for ${path} and closes the connection`, async ({ origin }) => {
        const text = requestText(origin, { target: path, ...parts(path) });
        const { first, connection } = await sendWithFollowUp(origin, text);
        expect(first.status).toBe(status);
        expect(first.header('Content-Type')).toBe(type);
        expect(first).toHaveSecurityHeaders();
        expect(connection).toBe('closed');
      });
    }
  }
});
