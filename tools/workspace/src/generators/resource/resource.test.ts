import type { Tree } from '@nx/devkit';
import { beforeEach, describe, expect, it } from 'vitest';
import { textsOf, workspaceTree } from '../testing/workspace-tree.ts';
import { type ResourceOptions, writeResource } from './resource.ts';

let tree: Tree;

beforeEach(() => {
  tree = workspaceTree();
});

const read = (path: string) => tree.read(path, 'utf-8') ?? '';

describe('resource', () => {
  it('creates a domain, a feature and journeys, and registers them', async () => {
    await writeResource(tree, { name: 'lyre-string', fields: 'name:str amount:decimal' });
    expect(read('apps/api/app/lyre_strings/models.py')).toContain('class LyreString(models.Model):');
    expect(read('apps/web/src/features/lyre-strings/routes/lyre-strings-page.tsx')).toContain('LyreStringsPage()');
    expect(read('apps/e2e/journeys/lyre-strings.spec.ts')).toContain('lyre string');
    expect(read('apps/api/config/settings.py')).toContain('    "app.lyre_strings",\n]');
    expect(read('apps/api/config/api.py')).toContain('api.add_router("/lyre-strings", lyre_strings)');
    expect(read('apps/web/src/app/router.tsx')).toContain("path: '/lyre-strings/$lyreStringId',");
    expect(read('apps/web/src/app/header.tsx')).toContain('<Link to="/lyre-strings" className={NAV_LINK}>');
    expect(read('apps/e2e/journeys/pages.ts')).toContain('...LYRE_STRINGS_PAGES,');
    expect(read('apps/api/pyproject.toml')).not.toContain('lyre_strings');
  });

  it('resolves every expression of the templates', async () => {
    await writeResource(tree, { name: 'cudgel', fields: 'name:str' });
    await writeResource(tree, {
      name: 'inkhorn',
      fields:
        'number:str! memo:text lines:int amount:decimal paid:bool due:date? at:datetime mail:email site:url? kind:choice(a|b) cudgel:ref(cudgel)',
    });
    for (const [path, text] of textsOf(tree)) {
      if (!/inkhorn|cudgel/.test(path)) continue;
      expect(path).not.toMatch(/template|__kebab/);
      expect(text, path).not.toMatch(/<%|%>|&#39;|&amp;|\[object/);
    }
  });

  it('adds an import rule and a choice field for a reference', async () => {
    await writeResource(tree, { name: 'cudgel', fields: 'name:str' });
    await writeResource(tree, { name: 'inkhorn', fields: 'number:str cudgel:ref(cudgel)' });
    expect(read('apps/api/app/inkhorns/models.py')).toContain('"cudgels.Cudgel", on_delete=models.RESTRICT');
    expect(read('apps/api/pyproject.toml')).toContain('"app.inkhorns.** -> app.cudgels.**"');
    expect(tree.exists('apps/web/src/features/inkhorns/components/cudgel-field.tsx')).toBe(true);
  });

  it('uses the given plural', async () => {
    await writeResource(tree, { name: 'person-card', plural: 'people', fields: 'name:str' });
    expect(tree.exists('apps/api/app/people/models.py')).toBe(true);
  });

  const STR = 'name:str';
  it.each<[reason: string, options: ResourceOptions]>([
    ['--name is missing', { name: '', fields: STR }],
    ['Use lyre-string.', { name: 'LyreString', fields: STR }],
    ['at most 30 characters', { name: 'x'.repeat(31), fields: STR }],
    ['class is reserved in TypeScript', { name: 'class', fields: STR }],
    ['already uses the name Link', { name: 'link', fields: STR }],
    ['is irregular. Add it: --plural', { name: 'person', fields: STR }],
    ['apps/api/app/accounts exists', { name: 'scrap', plural: 'accounts', fields: STR }],
    ['collide with those of django.contrib.messages', { name: 'message', fields: STR }],
    ['libs/ui has a component Button', { name: 'button', fields: STR }],
    ['router.tsx already uses the name welcome', { name: 'welcome', fields: STR }],
    ['has a schema Ready', { name: 'ready', plural: 'readies', fields: STR }],
    ['cudgel, which does not exist', { name: 'inkhorn', fields: 'number:str cudgel:ref(cudgel)' }],
  ])('refuses before it writes anything: %s', async (reason, options) => {
    const before = textsOf(tree);
    await expect(writeResource(tree, options)).rejects.toThrow(reason);
    expect(textsOf(tree)).toEqual(before);
  });

  it('refuses a second resource with the same name', async () => {
    await writeResource(tree, { name: 'cudgel', fields: STR });
    await expect(writeResource(tree, { name: 'cudgel', fields: STR })).rejects.toThrow('has a model Cudgel');
  });

  it('names the file that it cannot edit', async () => {
    tree.write('apps/web/src/app/router.tsx', 'export const routes = [];\n');
    await expect(writeResource(tree, { name: 'cudgel', fields: STR })).rejects.toThrow(
      'apps/web/src/app/router.tsx cannot be edited',
    );
  });
});
