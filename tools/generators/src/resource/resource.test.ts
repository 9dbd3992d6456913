import type { Tree } from '@nx/devkit';
import { beforeEach, describe, expect, it } from 'vitest';
import { textsOf, workspaceTree } from '../testing/workspace-tree';
import { recordResource, type ResourceOptions, writeResource } from './resource';

let tree: Tree;

beforeEach(() => {
  tree = workspaceTree();
});

async function generate(options: ResourceOptions) {
  const plan = await writeResource(tree, options);
  recordResource(tree, plan, options.fields ?? '');
}

const read = (path: string) => tree.read(path, 'utf-8') ?? '';

describe('a resource', () => {
  it('is a domain, a feature, a journey, and known wherever the workspace lists what there is', async () => {
    await generate({ name: 'line-item', fields: 'name:str amount:decimal' });
    expect(read('apps/api/tandem/line_items/models.py')).toContain('class LineItem(models.Model):');
    expect(read('apps/web/src/features/line-items/routes/line-items-page.tsx')).toContain('function LineItemsPage()');
    expect(read('apps/e2e/journeys/line-items.spec.ts')).toContain('a person writes a line item');
    expect(read('apps/api/config/settings.py')).toContain('    "tandem.line_items",\n]');
    expect(read('apps/api/config/api.py')).toContain('api.add_router("/line-items", line_items)');
    expect(read('apps/web/src/app/router.tsx')).toContain("path: '/line-items/$lineItemId/edit',");
    expect(read('apps/web/src/app/header.tsx')).toContain('<Link to="/line-items" className={NAV_LINK}>');
    expect(read('apps/e2e/journeys/pages.ts')).toContain('...LINE_ITEMS_PAGES,');
    expect(read('apps/api/pyproject.toml')).not.toContain('line_items');
  });

  it('leaves no mark of the template in any file', async () => {
    await generate({ name: 'customer', fields: 'name:str' });
    await generate({
      name: 'invoice',
      fields:
        'number:str! memo:text? lines:int amount:decimal paid:bool due:date? at:datetime mail:email site:url? kind:choice(a|b) customer:ref(customer) basis:ref(note)?',
    });
    for (const [path, text] of textsOf(tree)) {
      if (!/invoice|customer/.test(path)) continue;
      expect(path).not.toMatch(/template|__kebab/);
      expect(text, path).not.toMatch(/<%|%>|&#39;|&amp;|\[object/);
    }
  });

  it('refers to another by a rule of the import contracts, and chooses from its list', async () => {
    await generate({ name: 'customer', fields: 'name:str' });
    await generate({ name: 'invoice', fields: 'number:str customer:ref(customer) basis:ref(note)?' });
    expect(read('apps/api/tandem/invoices/models.py')).toContain('"customers.Customer", on_delete=models.PROTECT');
    expect(read('apps/api/tandem/invoices/models.py')).toContain('"notes.Note", on_delete=models.SET_NULL');
    expect(read('apps/api/pyproject.toml')).toContain('"tandem.invoices.** -> tandem.customers.**"');
    expect(read('apps/web/src/features/invoices/api/choose-customer.ts')).toContain("sort: 'name'");
    expect(read('apps/web/src/features/invoices/api/choose-note.ts')).toContain("sort: 'title'");
  });

  it('has the plural that is said', async () => {
    await generate({ name: 'person-card', plural: 'people', fields: 'name:str' });
    expect(tree.exists('apps/api/tandem/people/models.py')).toBe(true);
  });

  const STR = 'name:str';
  it.each<[why: string, options: ResourceOptions]>([
    ['needs a name', { name: '', fields: STR }],
    ['Write line-item.', { name: 'LineItem', fields: STR }],
    ['Write line-item.', { name: 'line_item', fields: STR }],
    ['Write line-item.', { name: '2-line item', fields: STR }],
    ['at most 30 characters', { name: 'x'.repeat(31), fields: STR }],
    ['a word of Python', { name: 'class', fields: STR }],
    ['a word of TypeScript', { name: 'function', fields: STR }],
    ['a name payload of its own', { name: 'payload', fields: STR }],
    ['Say it: --plural=', { name: 'person', fields: STR }],
    ['one and many need different names', { name: 'invoice', plural: 'invoice', fields: STR }],
    ['has a model Note', { name: 'note', plural: 'scraps', fields: STR }],
    ['apps/api/tandem/notes exists already', { name: 'scrap', plural: 'notes', fields: STR }],
    ['Django has an app django.contrib.messages', { name: 'message', fields: STR }],
    ['the address /sign-in is taken', { name: 'visit', plural: 'sign-in', fields: STR }],
    ['the address /assets is taken', { name: 'asset', fields: STR }],
    ['has a component Button', { name: 'button', fields: STR }],
    ['the router has a variable welcome', { name: 'welcome', fields: STR }],
    ['has a schema Ready', { name: 'ready', plural: 'readies', fields: STR }],
    ['there is no such resource', { name: 'invoice', fields: 'number:str customer:ref(customer)' }],
    ['at least one field', { name: 'invoice', fields: '' }],
  ])('is refused with the reason, before anything is written: %s', async (why, options) => {
    const before = textsOf(tree);
    await expect(generate(options)).rejects.toThrow(why);
    expect(textsOf(tree)).toEqual(before);
  });

  it('is refused a second time', async () => {
    await generate({ name: 'customer', fields: STR });
    const before = textsOf(tree);
    await expect(generate({ name: 'customer', fields: STR })).rejects.toThrow('There is a resource customer already');
    expect(textsOf(tree)).toEqual(before);
  });

  it('is refused where its files are, though nothing was recorded', async () => {
    tree.write('apps/web/src/features/customers/mine.ts', '');
    await expect(generate({ name: 'customer', fields: STR })).rejects.toThrow('would be written over');
  });

  it('is refused with the place where the workspace is not as it was', async () => {
    tree.write('apps/web/src/app/router.tsx', 'export const routes = [];\n');
    await expect(generate({ name: 'customer', fields: STR })).rejects.toThrow('apps/web/src/app/router.tsx is not as');
  });
});
