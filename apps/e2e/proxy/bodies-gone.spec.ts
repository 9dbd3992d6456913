import { deployment } from '../contract/deployment.ts';
import { row } from '../contract/row.ts';
import { markName } from '../support/probe.ts';
import { connected } from '../support/raw-http.ts';
import { requestText } from '../support/raw-request.ts';
import { expect, test } from '../support/test.ts';

const { probe: PROBE } = deployment;

row('client-gone', { needs: ['probe'] }, () => {
  for (const [kind, query] of [
    ['buffered', ''],
    ['unbuffered', '?unbuffered'],
  ] as const) {
    test(`a view learns that nobody takes its answer any more (${kind})`, async ({ origin, probe }) => {
      const name = markName();
      await connected(origin, async (connection) => {
        connection.send(requestText(origin, { target: `${PROBE}/until-gone/${name}${query}` }));
        await expect.poll(() => probe.hasMark(`${name}-begun`)).toBe(true);
        expect(await probe.hasMark(`${name}-gone`)).toBe(false);
      });
      await expect.poll(() => probe.hasMark(`${name}-gone`), { timeout: 5_000 }).toBe(true);
    });
  }
});

row('client-gone', { needs: ['probe', 'writing'] }, () => {
  test('an upload whose client goes away in the middle reaches no view', async ({ origin, probe }) => {
    const name = markName();
    await connected(origin, async (connection) => {
      const headers = ['Content-Length: 100000'];
      const parts = { method: 'POST', target: `${PROBE}/marks/${name}`, headers, body: 'x'.repeat(50_000) };
      connection.send(requestText(origin, parts));
      await probe.echo(); // A request that came later is answered: this one would have been begun.
    });
    await probe.echo();
    expect(await probe.hasMark(name)).toBe(false);
  });
});
