import type { Tree } from '@nx/devkit';
import { beforeEach, describe, expect, it } from 'vitest';
import { recordResource, writeResource } from '../resource/resource';
import { textsOf, workspaceTree } from '../testing/workspace-tree';
import { withdrawResource } from './remove-resource';

let tree: Tree;
let before: Map<string, string>;

async function generate(name: string, fields: string) {
  recordResource(tree, await writeResource(tree, { name, fields }), fields);
}

const append = (path: string, text: string) => {
  tree.write(path, `${tree.read(path, 'utf-8') ?? ''}${text}`);
};

beforeEach(async () => {
  tree = workspaceTree();
  before = textsOf(tree);
  await generate('customer', 'name:str');
});

describe('a resource that is taken out', () => {
  it('leaves every byte as it was before', async () => {
    await withdrawResource(tree, { name: 'customer' });
    expect(textsOf(tree)).toEqual(before);
  });

  it('leaves another that was generated after it as it is', async () => {
    await generate('line-item', 'name:str basis:ref(note)');
    await withdrawResource(tree, { name: 'customer' });
    expect(tree.read('apps/api/config/api.py', 'utf-8')).toContain('line_items');
    await withdrawResource(tree, { name: 'line-item' });
    expect(textsOf(tree)).toEqual(before);
  });

  it('is refused while another refers to it', async () => {
    await generate('invoice', 'number:str customer:ref(customer)');
    const whole = textsOf(tree);
    await expect(withdrawResource(tree, { name: 'customer', force: true })).rejects.toThrow(
      'invoice refers to customer',
    );
    expect(textsOf(tree)).toEqual(whole);
    await withdrawResource(tree, { name: 'invoice' });
    await withdrawResource(tree, { name: 'customer' });
    expect(textsOf(tree)).toEqual(before);
  });

  it('is refused when files were changed, added or deleted, and names them', async () => {
    append('apps/api/tandem/customers/models.py', '# mine\n');
    tree.write('apps/api/tandem/customers/migrations/0002_more.py', '');
    tree.delete('apps/e2e/journeys/customers.spec.ts');
    const refusal = await withdrawResource(tree, { name: 'customer' }).then(String, String);
    expect(refusal).toContain('apps/api/tandem/customers/models.py\n');
    expect(refusal).toContain('apps/api/tandem/customers/migrations/0002_more.py\n');
    expect(refusal).toContain('apps/e2e/journeys/customers.spec.ts (gone)');
    await withdrawResource(tree, { name: 'customer', force: true });
    expect(textsOf(tree)).toEqual(before);
  });

  it('is refused when one of its places is gone, and then takes out the rest when told to', async () => {
    tree.write('apps/web/src/app/header.tsx', before.get('apps/web/src/app/header.tsx') ?? '');
    const whole = textsOf(tree);
    await expect(withdrawResource(tree, { name: 'customer' })).rejects.toThrow('a link to /customers');
    for (const [path, text] of whole) tree.write(path, text);
    await withdrawResource(tree, { name: 'customer', force: true });
    expect(textsOf(tree)).toEqual(before);
  });

  it.each([
    ['apps/api/tandem/notes/models.py', 'from tandem.customers.models import Customer\n'],
    ['apps/web/src/app/header.tsx', "const path = '/customers';\n"],
    ['apps/web/src/app/header.tsx', "const path = '/customers/new';\n"],
    ['apps/web/src/features/mine/mine.ts', "fetch('/api/customers');\n"],
  ])('is refused while something else uses it: %s', async (path, line) => {
    append(path, line);
    await expect(withdrawResource(tree, { name: 'customer', force: true })).rejects.toThrow(`${path}:`);
  });

  it('is not mistaken for another whose name begins alike', async () => {
    append('apps/web/src/app/header.tsx', "const path = '/customers-of-old';\n");
    await withdrawResource(tree, { name: 'customer' });
    expect(tree.exists('apps/api/tandem/customers')).toBe(false);
  });

  it('is one that was generated here', async () => {
    await expect(withdrawResource(tree, { name: 'note' })).rejects.toThrow('There are: customer.');
  });
});
