import { deployment } from '../contract/deployment.ts';
import { row } from '../contract/row.ts';
import { aftermath } from '../support/aftermath.ts';
import type { Echo } from '../support/probe.ts';
import { exchange } from '../support/raw-http.ts';
import { requestText } from '../support/raw-request.ts';
import { expect, test } from '../support/test.ts';

const { api, app, probe: PROBE } = deployment;

/** The largest line of a header, with its line end: Nginx's default of `large_client_header_buffers`. */
const LINE = 8 * 1024;
/** The most of such lines that are not short. */
const LARGE_LINES = 4;
/** The most fields: `max_headers`. */
const FIELDS = 90;

/** A field whose line has that many bytes, with its line end. */
function fieldOf(length: number, name = 'X-Field', space = ' '): string {
  const start = `${name}:${space}`;
  return start + 'x'.repeat(length - start.length - '\r\n'.length);
}

/** A target whose request line has that many bytes, with its line end. */
function targetOf(length: number, path: string): string {
  return `${path}?${'x'.repeat(length - `GET ${path}? HTTP/1.1\r\n`.length)}`;
}

/** That many fields besides Host, each different. */
function fields(count: number): string[] {
  return Array.from({ length: count }, (_, number) => `X-Field-${number}: ${number}`);
}

row('header-limits', { needs: ['probe'] }, () => {
  test('the longest target reaches the application whole', async ({ origin }) => {
    const target = targetOf(LINE, `${PROBE}/echo`);
    const { first, connection } = await aftermath(origin, requestText(origin, { target }));
    expect(first.status).toBe(200);
    expect(first.json<Echo>().raw_uri).toBe(target);
    expect(connection).toBe('next answered');
  });

  for (const [what, space] of [
    ['', ' '],
    [', to which the proxy adds the space that it has not,', ''],
  ] as const) {
    test(`the longest field${what} reaches the application whole`, async ({ origin }) => {
      const field = fieldOf(LINE, 'X-Field', space);
      const text = requestText(origin, { target: `${PROBE}/echo`, headers: [field] });
      const { first, connection } = await aftermath(origin, text);
      expect(first.status).toBe(200);
      expect(first.json<Echo>().headers['X-Field']).toBe(field.slice(`X-Field:${space}`.length));
      expect(connection).toBe('next answered');
    });
  }

  test('as many long fields as there may be reach the application whole', async ({ origin }) => {
    // The empty line that ends the header needs room in the last one.
    const headers = Array.from({ length: LARGE_LINES }, (_, number) => fieldOf(LINE - 2, `X-Field-${number}`));
    const { first, connection } = await aftermath(origin, requestText(origin, { target: `${PROBE}/echo`, headers }));
    expect(first.status).toBe(200);
    const { headers: seen } = first.json<Echo>();
    for (const field of headers) {
      const [name = '', value] = field.split(': ');
      expect(seen[name]).toBe(value);
    }
    expect(connection).toBe('next answered');
  });

  test('as many fields as there may be reach the application, with those that the proxy adds', async ({ origin }) => {
    const headers = fields(FIELDS - 1); // Host is one.
    const { first, connection } = await aftermath(origin, requestText(origin, { target: `${PROBE}/echo`, headers }));
    expect(first.status).toBe(200);
    const { headers: seen } = first.json<Echo>();
    expect(Object.keys(seen).filter((name) => name.startsWith('X-Field-'))).toHaveLength(FIELDS - 1);
    expect(Object.keys(seen)).toContain('X-Forwarded-For');
    expect(connection).toBe('next answered');
  });
});

const REFUSED: [what: string, status: number, parts: { target?: string; headers?: string[] }][] = [
  ['a field one byte longer than the longest', 431, { headers: [fieldOf(LINE + 1)] }],
  ['a field of 100 kB', 431, { headers: [fieldOf(100_000)] }],
  ['a name of 100 kB', 431, { headers: [`${'X'.repeat(100_000)}: x`] }],
  ['one long field more than there may be', 431, { headers: Array(LARGE_LINES + 1).fill(fieldOf(LINE - 2)) }],
  ['one field more than there may be', 431, { headers: fields(FIELDS) }],
  ['10,000 fields', 431, { headers: fields(10_000) }],
];

row('header-limits', () => {
  for (const [target, document] of [
    [api.open, 'application/problem+json'],
    [app.page, 'text/html; charset=utf-8'],
  ] as const) {
    const cases: typeof REFUSED = [
      ['a target one byte longer than the longest', 414, { target: targetOf(LINE + 1, target) }],
      ['a target of 100 kB', 414, { target: targetOf(100_000, target) }],
      ...REFUSED,
    ];
    for (const [what, status, parts] of cases) {
      test(`${what} answers ${status} (${target}), and the connection is closed`, async ({ origin }) => {
        const { first, connection } = await aftermath(origin, requestText(origin, { target, ...parts }));
        expect(first.status).toBe(status);
        expect(first.header('Content-Type')).toBe(document);
        expect(first).toCarrySafetyHeaders({ secure: origin.startsWith('https:') });
        expect(connection).toBe('closed');
      });
    }
  }
});

row('header-limits', { needs: ['engine'] }, () => {
  for (const [what, status, parts] of [
    ['a long target', 414, { target: targetOf(LINE + 1, api.open) }],
    ['a long field', 431, { target: api.open, headers: [fieldOf(LINE + 1)] }],
    ['many fields', 431, { target: api.open, headers: fields(FIELDS) }],
  ] as const) {
    test(`${what} leaves a line in the log with the id of its answer`, async ({ origin, stack }) => {
      const answer = await exchange(origin, requestText(origin, parts));
      const id = answer.header('X-Request-ID') ?? '';
      const since = new Date(Date.now() - 10_000);
      const lines = async () =>
        (await stack.output('web', 'stdout', since)).split('\n').filter((line) => line.includes(id));
      await expect.poll(async () => (await lines()).length).toBe(1);
      const [line = ''] = await lines();
      const { request_id, status: logged, method, path } = JSON.parse(line) as Record<string, unknown>;
      expect({ request_id, logged, method, path }).toEqual({
        request_id: id,
        logged: status,
        method: 'GET',
        path: api.open,
      });
    });
  }
});
