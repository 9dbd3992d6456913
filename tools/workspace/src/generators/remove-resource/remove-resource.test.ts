import type { Tree } from '@nx/devkit';
import { beforeEach, describe, expect, it } from 'vitest';
import { writeResource } from '../resource/resource.ts';
import { textsOf, workspaceTree } from '../testing/workspace-tree.ts';
import { deleteResource } from './remove-resource.ts';

let tree: Tree;
let before: Map<string, string>;

const append = (path: string, text: string) => {
  tree.write(path, `${tree.read(path, 'utf-8') ?? ''}${text}`);
};

beforeEach(async () => {
  tree = workspaceTree();
  before = textsOf(tree);
  await writeResource(tree, { name: 'cudgel', fields: 'name:str' });
});

describe('remove-resource', () => {
  it('restores the tree', async () => {
    await deleteResource(tree, 'cudgel');
    expect(textsOf(tree)).toEqual(before);
  });

  it('keeps resources that were generated later', async () => {
    await writeResource(tree, { name: 'lyre-string', fields: 'name:str' });
    await deleteResource(tree, 'cudgel');
    expect(tree.read('apps/api/config/api.py', 'utf-8')).toContain('lyre_strings');
    await deleteResource(tree, 'lyre-string');
    expect(textsOf(tree)).toEqual(before);
  });

  it('refuses while another resource refers to it', async () => {
    await writeResource(tree, { name: 'inkhorn', fields: 'number:str cudgel:ref(cudgel)' });
    const refusal = await deleteResource(tree, 'cudgel').then(String, String);
    expect(refusal).toContain('Other code uses "cudgel"');
    expect(refusal).toContain('apps/api/app/inkhorns/models.py:');
  });

  it.each([
    ['apps/api/app/accounts/models.py', 'from app.cudgels.models import Cudgel\n'],
    ['apps/web/src/app/header.tsx', "const path = '/cudgels/new';\n"],
    ['apps/web/src/features/mine/mine.ts', "fetch('/api/cudgels');\n"],
  ])('refuses while %s uses it', async (path, line) => {
    append(path, line);
    await expect(deleteResource(tree, 'cudgel')).rejects.toThrow(`${path}:`);
  });

  it('ignores names that only begin like it', async () => {
    append('apps/web/src/app/header.tsx', "const path = '/cudgels-of-old';\n");
    await deleteResource(tree, 'cudgel');
    expect(tree.exists('apps/api/app/cudgels')).toBe(false);
  });

  it('refuses a name that no resource has', async () => {
    await expect(deleteResource(tree, 'inkhorn')).rejects.toThrow('There is no resource "inkhorn".');
    await expect(deleteResource(tree, 'user')).rejects.toThrow('There is no resource "user".');
  });
});
