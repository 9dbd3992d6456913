import type { Tree } from '@nx/devkit';
import { beforeEach, describe, expect, it } from 'vitest';
import { recordResource, writeResource } from '../resource/resource.ts';
import { textsOf, workspaceTree } from '../testing/workspace-tree.ts';
import { withdrawResource } from './remove-resource.ts';

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
  await generate('cudgel', 'name:str');
});

describe('a resource that is taken out', () => {
  it('leaves every byte as it was before', async () => {
    await withdrawResource(tree, { name: 'cudgel' });
    expect(textsOf(tree)).toEqual(before);
  });

  it('leaves another that was generated after it as it is', async () => {
    await generate('lyre-string', 'name:str');
    await withdrawResource(tree, { name: 'cudgel' });
    expect(tree.read('apps/api/config/api.py', 'utf-8')).toContain('lyre_strings');
    await withdrawResource(tree, { name: 'lyre-string' });
    expect(textsOf(tree)).toEqual(before);
  });

  it('is refused while another refers to it', async () => {
    await generate('inkhorn', 'number:str cudgel:ref(cudgel)');
    const whole = textsOf(tree);
    await expect(withdrawResource(tree, { name: 'cudgel', force: true })).rejects.toThrow('inkhorn refers to cudgel');
    expect(textsOf(tree)).toEqual(whole);
    await withdrawResource(tree, { name: 'inkhorn' });
    await withdrawResource(tree, { name: 'cudgel' });
    expect(textsOf(tree)).toEqual(before);
  });

  it('is refused when files were changed, added or deleted, and names them', async () => {
    append('apps/api/app/cudgels/models.py', '# mine\n');
    tree.write('apps/api/app/cudgels/migrations/0002_more.py', '');
    tree.delete('apps/e2e/journeys/cudgels.spec.ts');
    const refusal = await withdrawResource(tree, { name: 'cudgel' }).then(String, String);
    expect(refusal).toContain('apps/api/app/cudgels/models.py\n');
    expect(refusal).toContain('apps/api/app/cudgels/migrations/0002_more.py\n');
    expect(refusal).toContain('apps/e2e/journeys/cudgels.spec.ts (gone)');
    await withdrawResource(tree, { name: 'cudgel', force: true });
    expect(textsOf(tree)).toEqual(before);
  });

  it('is refused when one of its places is gone, and then takes out the rest when told to', async () => {
    tree.write('apps/web/src/app/header.tsx', before.get('apps/web/src/app/header.tsx') ?? '');
    const whole = textsOf(tree);
    await expect(withdrawResource(tree, { name: 'cudgel' })).rejects.toThrow('a link to /cudgels');
    for (const [path, text] of whole) tree.write(path, text);
    await withdrawResource(tree, { name: 'cudgel', force: true });
    expect(textsOf(tree)).toEqual(before);
  });

  it.each([
    ['apps/api/app/accounts/models.py', 'from app.cudgels.models import Cudgel\n'],
    ['apps/web/src/app/header.tsx', "const path = '/cudgels';\n"],
    ['apps/web/src/app/header.tsx', "const path = '/cudgels/new';\n"],
    ['apps/web/src/features/mine/mine.ts', "fetch('/api/cudgels');\n"],
  ])('is refused while something else uses it: %s', async (path, line) => {
    append(path, line);
    await expect(withdrawResource(tree, { name: 'cudgel', force: true })).rejects.toThrow(`${path}:`);
  });

  it('is not mistaken for another whose name begins alike', async () => {
    append('apps/web/src/app/header.tsx', "const path = '/cudgels-of-old';\n");
    await withdrawResource(tree, { name: 'cudgel' });
    expect(tree.exists('apps/api/app/cudgels')).toBe(false);
  });

  it('is one that was generated here', async () => {
    await expect(withdrawResource(tree, { name: 'note' })).rejects.toThrow('There are: cudgel.');
  });
});
