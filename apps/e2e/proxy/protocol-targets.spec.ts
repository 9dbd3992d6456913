import { deployment } from '../contract/deployment.ts';
import { row } from '../contract/row.ts';
import { aftermath, SANE } from '../support/aftermath.ts';
import { markName } from '../support/probe.ts';
import { requestText } from '../support/raw-request.ts';
import { expect, test } from '../support/test.ts';

// Targets that no browser sends. `error_page` has made 500 of some of them in many a project.
const { app, api, probe: PROBE } = deployment;

/** What stands behind a prefix and breaks the target. */
const BROKEN: [what: string, rest: string][] = [
  ['an encoded NUL', '%00'],
  ['an encoded NUL in the middle', 'a%00b'],
  ['an escape without hexadecimal digits', '%zz'],
  ['an escape of one digit', '%2'],
  ['a percent sign', '%'],
  ['an escape in an escape that is none', '%%32'],
  ['a raw space', 'a b'],
  ['a raw tab', 'a\tb'],
  ['a raw NUL', 'a\0b'],
  ['a raw control character', '\x01'],
  ['a raw delete character', '\x7f'],
  ['a path above the root', '../../'],
  ['a path above the root in escapes', '%2e%2e/%2e%2e/'],
  ['a path above the root with encoded slashes', '..%2f..%2f'],
];

/** Targets that begin with no slash. */
const ELSEWHERE: [what: string, target: string, method?: string][] = [
  ['OPTIONS for the server as a whole', '*', 'OPTIONS'],
  ['GET for the server as a whole', '*'],
  ['a path without a slash', api.open.slice(1)],
  ['a query alone', '?x'],
  ['a fragment alone', '#'],
  ['a backslash', '\\'],
  ['no target', ''],
  ['a scheme without a host', 'http://'],
  ['a host and a port', 'localhost:443'],
];

row('broken-targets', () => {
  for (const [what, rest] of BROKEN) {
    test(`${what} under the API answers 400 problem+json`, async ({ origin }) => {
      const { first, connection } = await aftermath(origin, requestText(origin, { target: api.prefix + rest }));
      expect(first).toBeProblem(400);
      expect(first).toCarrySafetyHeaders({ secure: origin.startsWith('https:') });
      expect(connection).toMatch(SANE);
    });

    test(`${what} elsewhere answers 400 with a page`, async ({ origin }) => {
      const { first, connection } = await aftermath(origin, requestText(origin, { target: `/${rest}` }));
      expect(first.status).toBe(400);
      expect(first.header('Content-Type')).toMatch(/^text\/html/);
      expect(first.text).toContain(first.header('X-Request-ID'));
      expect(first).toCarrySafetyHeaders({ secure: origin.startsWith('https:') });
      expect(connection).toMatch(SANE);
    });
  }

  for (const [what, target, method = 'GET'] of ELSEWHERE) {
    test(`${what} (${method} ${target}) answers 400 with a page`, async ({ origin }) => {
      const { first, connection } = await aftermath(origin, requestText(origin, { target, method }));
      expect(first.status).toBe(400);
      expect(first.header('Content-Type')).toMatch(/^text\/html/);
      expect(first).toCarrySafetyHeaders({ secure: origin.startsWith('https:') });
      expect(connection).toMatch(SANE);
    });
  }

  for (const target of ['/\xff', '/caf\xc3\xa9', '/%ff', '/%c3%28', '/%ed%a0%80', '/a\\b', '/{a}|"<b>^`']) {
    test(`${JSON.stringify(target)} is an address of the app: bytes are for its router to judge`, async ({
      origin,
    }) => {
      const { first, connection } = await aftermath(origin, requestText(origin, { target }));
      expect(first.status).toBe(200);
      expect(first.text).toContain(app.marker);
      expect(connection).toBe('next answered');
    });
  }

  for (const rest of ['%ff', '%c3%28', '%ed%a0%80', '%c0%ae', '%80']) {
    test(`${rest}, which is no UTF-8, answers 404 problem+json under the API`, async ({ origin }) => {
      const { first, connection } = await aftermath(origin, requestText(origin, { target: api.prefix + rest }));
      expect(first).toBeProblem(404);
      expect(connection).toBe('next answered');
    });
  }

  for (const raw of ['\xff', 'caf\xc3\xa9']) {
    test(`${JSON.stringify(raw)} unescaped answers 400 problem+json under the API`, async ({ origin }) => {
      const { first, connection } = await aftermath(origin, requestText(origin, { target: api.prefix + raw }));
      expect(first).toBeProblem(400);
      expect(connection).toMatch(SANE);
    });
  }
});

row('broken-targets', { needs: ['probe'] }, () => {
  // A query is not decoded by Nginx: the application gets it as sent and judges it.
  for (const query of ['?%00', '?%zz', '?a=%', '?a=%ff', '?a\\b', '?a=/../../']) {
    test(`the query ${JSON.stringify(query)} is the application's`, async ({ origin }) => {
      const name = markName();
      const target = `${PROBE}/echo/${name}${query}`;
      const { first, connection } = await aftermath(origin, requestText(origin, { target }));
      expect(first.status).toBe(200);
      expect(first.json().path).toBe(`${PROBE}/echo/${name}`);
      expect(connection).toBe('next answered');
    });
  }
});
