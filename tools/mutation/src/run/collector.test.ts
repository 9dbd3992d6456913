import { afterAll, expect, it } from 'vitest';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { collect } from './collector.ts';

const folder = mkdtempSync(join(tmpdir(), 'collector-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Collect a spec file in which `test` has the fixtures `origin`, `send` and `page`. */
async function collectSpec(body: string) {
  const path = join(folder, `${Math.random()}.ts`);
  const collector = JSON.stringify(join(import.meta.dirname, 'collector.ts'));
  const fixtures = `{
    send: async ({ origin }, use) => use((target) => log.push(origin + target)),
    page: async ({ page }, use) => use(page),
    cleanUp: [async ({}, use) => { await use('value'); log.push('cleaned up'); }, { scope: 'test' }],
  }`;
  const text = `import { test as base } from ${collector};
    export const log = [];
    const test = base.extend(${fixtures});
    ${body}`;
  writeFileSync(path, text);
  const checks = await collect(path, 'a.spec.ts');
  const { log } = (await import(path)) as { log: string[] };
  return { checks, log };
}

it('runs a test with its hooks and the fixtures that it asks for', async () => {
  const { checks, log } = await collectSpec(`test.describe('block', { tag: '@a' }, () => {
    test.beforeAll(() => { log.push('before'); });
    test.afterAll(({ cleanUp }) => { log.push('after ' + cleanUp); });
    test('sends', async ({ send }) => { send('/a'); throw new Error('failed'); });
  });`);
  expect(checks.map(({ name }) => name)).toEqual(['a.spec.ts: sends']);
  await expect(checks[0]?.run({ origin: 'http://localhost' })).rejects.toThrow('failed');
  expect(log).toEqual(['before', 'http://localhost/a', 'after value']);
});

it('leaves out tests that need a browser and those of a skipped block', async () => {
  const { checks } = await collectSpec(`
    test.describe('block', () => { test.skip(true, 'reason'); test('skipped', () => {}); });
    test('in a browser', async ({ page }) => {});
    test('without fixtures', async () => {});`);
  expect(checks.map(({ name }) => name)).toEqual(['a.spec.ts: without fixtures']);
});
