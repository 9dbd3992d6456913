import { IN_SYNC, sendWithFollowUp } from '../support/follow-up.ts';
import { SESSION_COOKIE } from '../support/identity.ts';
import type { Echo } from '../support/probe.ts';
import { requestText, sendRaw } from '../support/raw-http.ts';
import { deployment, expect, row, test } from './contract-test.ts';

const { admin, api, app, files, probe: PROBE } = deployment;

const SECRET = 'secret-of-a-session';
const TARGETS = [app.page, `${files.folders[0]}missing.js`, api.open, ...(admin ? [admin.page] : [])];
/** RFC 4918, RFC 3253, and an unknown one. */
const UNUSUAL = ['PROPFIND', 'MKCOL', 'MOVE', 'LOCK', 'REPORT', 'BREW'];
/** Nginx allows uppercase letters, `_` and `-`. */
const INVALID = ['get', 'Get', 'G.T', 'G\0T', 'GE\x80', '1', '"GET"'];

row('refused-methods', () => {
  for (const target of TARGETS) {
    test(`TRACE ${target} is rejected and does not return the request`, async ({ origin }) => {
      const headers = [`Cookie: ${SESSION_COOKIE}=${SECRET}`, `Authorization: Bearer ${SECRET}`];
      const text = requestText(origin, { method: 'TRACE', target, headers });
      const { first, connection } = await sendWithFollowUp(origin, text);
      expect(first.status).toBe(405);
      expect(first.header('Allow')).not.toMatch(/TRACE|CONNECT/);
      expect(first.header('Content-Type')).not.toMatch(/message\/http/);
      expect(JSON.stringify(first.headers) + first.text).not.toContain(SECRET);
      expect(connection).toMatch(IN_SYNC);
    });
  }

  for (const target of ['/', api.open, 'localhost:443', 'api:8000', 'http://localhost:443/']) {
    test(`CONNECT ${target} is rejected`, async ({ origin }) => {
      const { first, connection } = await sendWithFollowUp(origin, requestText(origin, { method: 'CONNECT', target }));
      expect([400, 405]).toContain(first.status);
      expect(connection).toBe('closed');
    });
  }

  for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', ...UNUSUAL]) {
    test(`${method} is rejected for files and changes none`, async ({ origin, send }) => {
      const added = `${files.folders[0]}new-${method}.js`;
      const headers = ['Content-Length: 5', `Destination: ${added}`, 'Overwrite: T'];
      for (const target of [app.page, added]) {
        const parts = { method, target, headers, body: 'hello' };
        const { first, connection } = await sendWithFollowUp(origin, requestText(origin, parts));
        expect(first.status, target).toBe(target === added ? 404 : 405);
        expect(first.all('Allow'), target).toEqual(target === added ? [] : ['GET, HEAD']);
        expect(connection, target).toMatch(IN_SYNC);
      }
      expect((await send(app.page)).text).toContain(app.marker);
      expect((await send(added)).status).toBe(404);
    });
  }

  for (const method of INVALID) {
    test(`the invalid method ${JSON.stringify(method)} returns 400`, async ({ origin }) => {
      for (const target of ['/', api.open]) {
        const { first, connection } = await sendWithFollowUp(origin, requestText(origin, { method, target }));
        expect(first.status, target).toBe(400);
        expect(connection, target).toBe('closed');
      }
    });
  }

  test('a method that an API endpoint does not have returns 405 problem+json with Allow', async ({ origin }) => {
    for (const method of UNUSUAL) {
      const { first, connection } = await sendWithFollowUp(origin, requestText(origin, { method, target: api.open }));
      expect(first, method).toBeProblem(405);
      expect(first.header('Allow'), method).toMatch(/GET/);
      expect(connection, method).toBe('next answered');
    }
  });
});

row('refused-methods', { needs: ['probe'] }, () => {
  test('unusual methods are forwarded to the application', async ({ origin }) => {
    for (const method of UNUSUAL) {
      const response = await sendRaw(origin, { method, target: `${PROBE}/echo` });
      expect(response.json<Echo>().method).toBe(method);
    }
  });
});
