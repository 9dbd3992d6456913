import { deployment } from '../contract/deployment.ts';
import { row } from '../contract/row.ts';
import { aftermath, SANE } from '../support/aftermath.ts';
import { markName, type Echo } from '../support/probe.ts';
import { requestText, type RequestParts } from '../support/raw-request.ts';
import { expect, test } from '../support/test.ts';

// Which site is meant: RFC 9112, 3.2.
const { probe: PROBE } = deployment;

/** `{host}` is the right name and port, `{name}` the name, `{port}` the port with its colon, `{path}` the target's path. */
const REFUSED: [what: string, hosts: string[], version?: string][] = [
  ['no Host', []],
  ['an empty Host', ['']],
  ['the same Host twice', ['{host}', '{host}']],
  ['another Host behind the right one', ['{host}', 'evil.example']],
  ['another Host before the right one', ['evil.example', '{host}']],
  ['a list of Hosts', ['{host}, evil.example']],
  ['a Host of another site', ['evil.example']],
  ['a Host that begins with the right name', ['{name}.evil.example']],
  ['a Host with a path', ['{host}/evil']],
  ['a Host with a query', ['{host}?evil']],
  ['a Host with a name of a person', ['evil@{host}']],
  ['a Host with a space', ['local host']],
  ['a Host with a NUL', ['{host}\0']],
  ['a Host with a tab before it', ['\t{host}']],
  ['a Host on a folded line', ['\r\n {host}']],
  ['a Host with letters for a port', ['{name}:x']],
  ['a Host with a port above 65535', ['{name}:65536']],
  ['a Host of dots', ['..']],
  ['a Host with an open bracket', ['[::1']],
  ['a Host with the placeholder that Nginx itself uses', ['_']],
  ['no Host in HTTP/1.0', [], 'HTTP/1.0'],
  ['a Host of another site in HTTP/1.0', ['evil.example'], 'HTTP/1.0'],
];

const UNDERSTOOD: [what: string, parts: RequestParts][] = [
  ['the Host in capitals', { host: '{NAME}{port}' }],
  ['the Host with a dot at its end', { host: '{name}.{port}' }],
  ['the Host without a space before it', { host: null, headers: ['Host:{host}'] }],
  ['the Host as an absolute target', { target: 'http://{host}{path}' }],
  ['the Host as an absolute target in capitals', { target: 'HTTP://{NAME}{port}{path}' }],
  // RFC 9112, 3.2.2: the target counts, and the field is ignored.
  ['the Host as an absolute target, and another in the field', { target: 'http://{host}{path}', host: 'evil.example' }],
];

const REFUSED_TARGETS: [what: string, parts: RequestParts][] = [
  ['an absolute target of another site, and the right field', { target: 'http://evil.example{path}' }],
  ['an absolute target without a field', { target: 'http://{host}{path}', host: null }],
  ['an absolute target with the name of a person', { target: 'http://evil@{host}{path}' }],
  ['an absolute target without a host', { target: 'http://{path}' }],
];

function filled(text: string, origin: string, path: string): string {
  const { host, hostname, port } = new URL(origin);
  const values = { host, name: hostname, NAME: hostname.toUpperCase(), port: port && `:${port}`, path };
  return text.replace(/\{(\w+)\}/g, (_, name: keyof typeof values) => values[name]);
}

/** The request with the words in braces filled in. */
function requestTo(origin: string, path: string, parts: RequestParts): string {
  const { target = path, host = '{host}', headers = [], ...rest } = parts;
  const text = (value: string) => filled(value, origin, path);
  const lines = headers.map(text);
  return requestText(origin, {
    ...rest,
    target: text(target),
    host: host === null ? null : text(host),
    headers: lines,
  });
}

row('host-header', { needs: ['probe', 'writing'] }, () => {
  const cases: [what: string, parts: RequestParts][] = [
    ...REFUSED.map(([what, hosts, version = 'HTTP/1.1']): [string, RequestParts] => {
      return [what, { version, host: null, headers: hosts.map((host) => `Host: ${host}`) }];
    }),
    ...REFUSED_TARGETS,
  ];
  for (const [what, parts] of cases) {
    test(`${what} is refused before a view runs`, async ({ origin, probe }) => {
      const mark = markName();
      const text = requestTo(origin, `${PROBE}/marks/${mark}`, { method: 'POST', ...parts });
      const { first, connection } = await aftermath(origin, text);
      expect(first.status).toBe(400);
      expect(connection).toMatch(SANE);
      expect(await probe.hasMark(mark)).toBe(false);
    });
  }
});

row('host-header', { needs: ['probe'] }, () => {
  for (const [what, parts] of UNDERSTOOD) {
    test(`${what} is the same host to the application`, async ({ origin }) => {
      const path = `${PROBE}/echo/host`;
      const { first, connection } = await aftermath(origin, requestTo(origin, path, parts));
      const echo = first.json<Echo>();
      expect(echo).toMatchObject({ host: new URL(origin).host, raw_uri: path, absolute_uri: `${origin}${path}` });
      expect(connection).toBe('next answered');
    });
  }
});
