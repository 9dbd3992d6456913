import { markName } from '../support/probe.ts';
import { connected, requestText } from '../support/raw-http.ts';
import { deployment, expect, row, test } from './contract-test.ts';

const { api, app, probe: PROBE } = deployment;

row('pipelining', () => {
  test('twenty requests in one write are answered in order', async ({ origin }) => {
    const kinds: [target: string, status: number, type: RegExp][] = [
      [app.page, 200, /^text\/html/],
      [api.open, 200, /json/],
      ['/assets/missing.js', 404, /^text\/html/],
      [`${api.prefix}missing`, 404, /^application\/problem\+json/],
    ];
    const requests = Array.from({ length: 5 }, () => kinds).flat();
    await connected(origin, async (connection) => {
      connection.send(requests.map(([target]) => requestText(origin, { target })).join(''));
      for (const [target, status, type] of requests) {
        const response = await connection.read();
        expect(response.status, target).toBe(status);
        expect(response.header('Content-Type'), target).toMatch(type);
      }
    });
  });
});

row('pipelining', { needs: ['probe', 'writing'] }, () => {
  test('a fast response waits for the slow one before it', async ({ origin, probe }) => {
    const name = markName();
    const targets = [`${PROBE}/stream/${name}`, `${PROBE}/echo/${name}`];
    await connected(origin, async (connection) => {
      connection.send(targets.map((target) => requestText(origin, { target })).join(''));
      // The first view waits in the middle of its response.
      expect(await connection.readUpTo('first\n')).toMatch(/^HTTP\/1\.1 200 /);
      await probe.setMark(`${name}-go-on`);
      const rest = await connection.readUpTo('second\n\r\n0\r\n\r\n');
      expect(rest).not.toContain('HTTP/1.1');
      expect((await connection.read()).json().raw_uri).toBe(`${PROBE}/echo/${name}`);
    });
  });

  test('a request after one with "Connection: close" is ignored', async ({ origin, probe }) => {
    const mark = markName();
    const last = requestText(origin, { target: api.open, headers: ['Connection: close'] });
    const late = { method: 'POST', target: `${PROBE}/marks/${mark}`, headers: ['Content-Length: 0'] };
    await connected(origin, async (connection) => {
      connection.send(last + requestText(origin, late));
      expect((await connection.read()).status).toBe(200);
      expect(await connection.closed()).toHaveLength(0);
    });
    expect(await probe.hasMark(mark)).toBe(false);
  });
});
