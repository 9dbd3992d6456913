import { deployment } from '../contract/deployment.ts';
import { row } from '../contract/row.ts';
import { aftermath, SANE } from '../support/aftermath.ts';
import { markName, type Echo } from '../support/probe.ts';
import { exchange } from '../support/raw-http.ts';
import { requestText } from '../support/raw-request.ts';
import { expect, test } from '../support/test.ts';

const { app, api, admin, files, probe: PROBE } = deployment;

const SECRET = 'session-of-somebody';
const TARGETS = ['/', app.page, `${files.folders[0]}missing.js`, api.open, ...(admin ? [admin.page] : [])];
/** RFC 4918, RFC 3253, RFC 5323, and one that nobody has heard of. */
const UNUSUAL = ['PROPFIND', 'PROPPATCH', 'MKCOL', 'COPY', 'MOVE', 'LOCK', 'UNLOCK', 'REPORT', 'SEARCH', 'BREW'];
/** No words of HTTP's: Nginx takes capitals, `_` and `-`. */
const NO_METHODS = ['get', 'Get', 'G.T', 'G:T', 'G\0T', 'GE\x80', '1', '"GET"', '(GET)'];

row('refused-methods', () => {
  for (const target of TARGETS) {
    test(`TRACE ${target} is refused and gives nothing back of the request`, async ({ origin }) => {
      const headers = [`Cookie: sessionid=${SECRET}`, `Authorization: Bearer ${SECRET}`];
      const { first, connection } = await aftermath(origin, requestText(origin, { method: 'TRACE', target, headers }));
      expect(first.status).toBe(405);
      expect(first.header('Allow')).not.toMatch(/TRACE|CONNECT/);
      expect(first.header('Content-Type')).not.toMatch(/message\/http/);
      expect(JSON.stringify(first.headers) + first.text).not.toContain(SECRET);
      expect(connection).toMatch(SANE);
    });

    test(`CONNECT ${target} is refused`, async ({ origin }) => {
      const { first, connection } = await aftermath(origin, requestText(origin, { method: 'CONNECT', target }));
      expect(first.status).toBe(400);
      expect(connection).toBe('closed');
    });
  }

  for (const target of ['localhost:443', 'api:8000', '127.0.0.1:8080', 'http://localhost:443/']) {
    test(`CONNECT ${target} opens no tunnel`, async ({ origin }) => {
      const { first, connection } = await aftermath(origin, requestText(origin, { method: 'CONNECT', target }));
      expect([400, 405]).toContain(first.status);
      expect(connection).toBe('closed');
    });
  }

  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', ...UNUSUAL]) {
    test(`${method} is refused where there are files, and changes none`, async ({ origin, ask }) => {
      const added = `${files.folders[0]}new-${method}.js`;
      const headers = ['Content-Length: 5', `Destination: ${added}`, 'Overwrite: T'];
      for (const target of ['/', app.page, added]) {
        const parts = { method, target, headers, body: 'hello' };
        const { first, connection } = await aftermath(origin, requestText(origin, parts));
        expect(first.status, target).toBe(target === added ? 404 : 405);
        expect(first.all('Allow'), target).toEqual(target === added ? [] : ['GET, HEAD']);
        expect(connection, target).toMatch(SANE);
      }
      expect((await ask(app.page)).text).toContain(app.marker);
      expect((await ask(added)).status).toBe(404);
    });
  }

  for (const method of NO_METHODS) {
    test(`${JSON.stringify(method)} is no method: 400`, async ({ origin }) => {
      for (const target of ['/', api.open]) {
        const { first, connection } = await aftermath(origin, requestText(origin, { method, target }));
        expect(first.status, target).toBe(400);
        expect(connection, target).toBe('closed');
      }
    });
  }

  for (const method of UNUSUAL) {
    test(`${method} is refused by an address of the API that has it not`, async ({ origin }) => {
      const { first, connection } = await aftermath(origin, requestText(origin, { method, target: api.open }));
      expect(first).toBeProblem(405);
      expect(first.header('Allow')).toMatch(/GET/);
      expect(connection).toBe('next answered');
    });
  }
});

row('refused-methods', { needs: ['probe'] }, () => {
  // On purpose: which methods there are is the application's matter, and it asks for its CSRF token with all but the safe ones.
  for (const method of UNUSUAL) {
    test(`${method} is passed to the application`, async ({ origin }) => {
      const answer = await exchange(origin, requestText(origin, { method, target: `${PROBE}/echo` }));
      expect(answer.json<Echo>().method).toBe(method);
    });
  }
});

row('refused-methods', { needs: ['probe', 'writing'] }, () => {
  test('a header field or parameter that names another method changes nothing', async ({ origin, probe }) => {
    const mark = markName();
    const headers = ['X-HTTP-Method-Override: POST', 'X-HTTP-Method: POST', 'X-Method-Override: POST'];
    const target = `${PROBE}/marks/${mark}?_method=POST`;
    await exchange(origin, requestText(origin, { target, headers }));
    expect(await probe.hasMark(mark)).toBe(false);
  });
});
