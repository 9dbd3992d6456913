import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { workspaceRoot } from '../scratch.ts';
import { Product } from './product.ts';

describe('npm run init', () => {
  let product: Product;

  beforeAll(() => {
    product = new Product();
  });

  afterAll(() => {
    product[Symbol.dispose]();
  });

  it('changes nothing when the name is invalid', async () => {
    await expect(product.init('--name', 'Data Mill')).rejects.toThrow('Data Mill');
    expect(product.changedFiles()).toEqual([]);
  });

  it('changes nothing when there are uncommitted changes', async () => {
    product.write('uncommitted.txt', '');
    await expect(product.init('--name', 'data-mill')).rejects.toThrow('uncommitted.txt');
    product.restoreAll();
    expect(product.changedFiles()).toEqual([]);
  });

  it('changes at most six files and keeps the template as a remote', async () => {
    await product.init('--name', 'data-mill');
    expect(product.changedFiles().length).toBeLessThanOrEqual(6);
    expect(product.read('.env')).toMatch(/^APP_NAME=data-mill\nAPP_TITLE="?Data Mill"?$/m);
    expect(product.git('remote').trim()).toBe('template');
  });

  it("leaves the template's name in documents only", () => {
    const { APP_NAME = '' } = parseEnv(readFileSync(join(workspaceRoot, '.env'), 'utf8'));
    const files = product.git('grep', '--files-with-matches', '--ignore-case', APP_NAME).trim().split('\n');
    expect(files.filter((file) => !/^(?:docs\/|LICENSE$|README\.md$)/.test(file))).toEqual([]);
  });
});
