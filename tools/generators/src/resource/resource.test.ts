import type { Tree } from '@nx/devkit';
import { beforeEach, describe, expect, it } from 'vitest';
import { textsOf, workspaceTree } from '../testing/workspace-tree.ts';
import { recordResource, type ResourceOptions, writeResource } from './resource.ts';

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
    await generate({ name: 'lyre-string', fields: 'name:str amount:decimal' });
    expect(read('apps/api/app/lyre_strings/models.py')).toContain('class LyreString(models.Model):');
    expect(read('apps/web/src/features/lyre-strings/routes/lyre-strings-page.tsx')).toContain(
      'function LyreStringsPage()',
    );
    expect(read('apps/e2e/journeys/lyre-strings.spec.ts')).toContain('a person writes a lyre string');
    expect(read('apps/api/config/settings.py')).toContain('    "app.lyre_strings",\n]');
    expect(read('apps/api/config/api.py')).toContain('api.add_router("/lyre-strings", lyre_strings)');
    expect(read('apps/web/src/app/router.tsx')).toContain("path: '/lyre-strings/$lyreStringId/edit',");
    expect(read('apps/web/src/app/header.tsx')).toContain('<Link to="/lyre-strings" className={NAV_LINK}>');
    expect(read('apps/e2e/journeys/pages.ts')).toContain('...LYRE_STRINGS_PAGES,');
    expect(read('apps/api/pyproject.toml')).not.toContain('lyre_strings');
  });

  it('leaves no mark of the template in any file', async () => {
    await generate({ name: 'cudgel', fields: 'name:str' });
    await generate({
      name: 'inkhorn',
      fields:
        'number:str! memo:text? lines:int amount:decimal paid:bool due:date? at:datetime mail:email site:url? kind:choice(a|b) cudgel:ref(cudgel)',
    });
    for (const [path, text] of textsOf(tree)) {
      if (!/inkhorn|cudgel/.test(path)) continue;
      expect(path).not.toMatch(/template|__kebab/);
      expect(text, path).not.toMatch(/<%|%>|&#39;|&amp;|\[object/);
    }
  });

  it('refers to another by a rule of the import contracts, and chooses from its list', async () => {
    await generate({ name: 'cudgel', fields: 'name:str' });
    await generate({ name: 'inkhorn', fields: 'number:str cudgel:ref(cudgel)' });
    expect(read('apps/api/app/inkhorns/models.py')).toContain('"cudgels.Cudgel", on_delete=models.PROTECT');
    expect(read('apps/api/pyproject.toml')).toContain('"app.inkhorns.** -> app.cudgels.**"');
    expect(read('apps/web/src/features/inkhorns/api/choose-cudgel.ts')).toContain("sort: 'name'");
  });

  it('refers to what somebody has written by hand', async () => {
    await generate({ name: 'inkhorn', fields: 'number:str basis:ref(note)?' });
    expect(read('apps/api/app/inkhorns/models.py')).toContain('"notes.Note", on_delete=models.SET_NULL');
    expect(read('apps/web/src/features/inkhorns/api/choose-note.ts')).toContain("sort: 'title'");
  });

  it('has the plural that is said', async () => {
    await generate({ name: 'person-card', plural: 'people', fields: 'name:str' });
    expect(tree.exists('apps/api/app/people/models.py')).toBe(true);
  });

  const STR = 'name:str';
  it.each<[why: string, options: ResourceOptions]>([
    ['needs a name', { name: '', fields: STR }],
    ['Write lyre-string.', { name: 'LyreString', fields: STR }],
    ['Write lyre-string.', { name: 'lyre_string', fields: STR }],
    ['Write lyre-string.', { name: '2-lyre string', fields: STR }],
    ['at most 30 characters', { name: 'x'.repeat(31), fields: STR }],
    ['a word of Python', { name: 'class', fields: STR }],
    ['a word of TypeScript', { name: 'function', fields: STR }],
    ['a name payload of its own', { name: 'payload', fields: STR }],
    ['Say it: --plural=', { name: 'person', fields: STR }],
    ['one and many need different names', { name: 'inkhorn', plural: 'inkhorn', fields: STR }],
    ['has a model Note', { name: 'note', plural: 'scraps', fields: STR }],
    ['apps/api/app/accounts exists already', { name: 'scrap', plural: 'accounts', fields: STR }],
    ['Django has an app django.contrib.messages', { name: 'message', fields: STR }],
    ['the address /sign-in is taken', { name: 'visit', plural: 'sign-in', fields: STR }],
    ['the address /assets is taken', { name: 'asset', fields: STR }],
    ['has a component Button', { name: 'button', fields: STR }],
    ['the router has a variable welcome', { name: 'welcome', fields: STR }],
    ['has a schema Ready', { name: 'ready', plural: 'readies', fields: STR }],
    ['there is no such resource', { name: 'inkhorn', fields: 'number:str cudgel:ref(cudgel)' }],
    ['at least one field', { name: 'inkhorn', fields: '' }],
  ])('is refused with the reason, before anything is written: %s', async (why, options) => {
    const before = textsOf(tree);
    await expect(generate(options)).rejects.toThrow(why);
    expect(textsOf(tree)).toEqual(before);
  });

  it('is refused a second time', async () => {
    await generate({ name: 'cudgel', fields: STR });
    const before = textsOf(tree);
    await expect(generate({ name: 'cudgel', fields: STR })).rejects.toThrow('There is a resource cudgel already');
    expect(textsOf(tree)).toEqual(before);
  });

  it('is refused where its files are, though nothing was recorded', async () => {
    tree.write('apps/web/src/features/cudgels/mine.ts', '');
    await expect(generate({ name: 'cudgel', fields: STR })).rejects.toThrow('would be written over');
  });

  it('is refused with the place where the workspace is not as it was', async () => {
    tree.write('apps/web/src/app/router.tsx', 'export const routes = [];\n');
    await expect(generate({ name: 'cudgel', fields: STR })).rejects.toThrow('apps/web/src/app/router.tsx is not as');
  });
});
