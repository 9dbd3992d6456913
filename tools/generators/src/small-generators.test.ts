import type { Tree } from '@nx/devkit';
import { beforeEach, describe, expect, it } from 'vitest';
import djangoApp from './django-app/django-app';
import library from './library/library';
import page from './page/page';
import { textsOf, workspaceTree } from './testing/workspace-tree';
import uiComponent from './ui-component/ui-component';

let tree: Tree;

beforeEach(() => {
  tree = workspaceTree();
});

const read = (path: string) => tree.read(path, 'utf-8') ?? '';

describe('a page', () => {
  it('has a route, a test, and is looked at by the journeys', async () => {
    await page(tree, { name: 'abacus-us' });
    expect(read('apps/web/src/features/abacus-us/routes/abacus-us-page.tsx')).toContain(
      '<PageHead title="Abacus us" />',
    );
    expect(read('apps/web/src/app/router.tsx')).toMatch(
      /const abacusUs = createRoute\(\{\n {2}getParentRoute: \(\) => root,/,
    );
    expect(read('apps/web/src/app/router.tsx')).toMatch(
      /signedIn\.addChildren\(\[[^\]]*\]\),[^\]]*\babacusUs,?\s*\]\);/,
    );
    expect(read('apps/web/src/app/header.tsx')).not.toContain('abacus-us');
    expect(read('apps/e2e/journeys/pages.ts')).toContain("opened(page, '/abacus-us', 'Abacus us')");
  });

  it('is for people who are signed in, and in the header, when that is said', async () => {
    await page(tree, { name: 'rebuses', title: 'All reports', signedIn: true, nav: true });
    expect(read('apps/web/src/app/router.tsx')).toMatch(/signedIn\.addChildren\(\[[^\]]*\brebuses\b[^\]]*\]\)/);
    expect(read('apps/web/src/app/header.tsx')).toMatch(/<Link to="\/rebuses".*>\n\s+All reports\n/);
  });

  it.each([
    [{ name: 'About' }, 'Write about.'],
    [{ name: 'sign-in' }, 'The address /sign-in is taken'],
    [{ name: 'api' }, 'a name api of its own'],
    [{ name: 'healthz' }, 'The address /healthz is taken'],
    [{ name: 'auth' }, 'exists already'],
    [{ name: 'about', title: 'Say "hi"' }, 'without quotation marks'],
  ])('is refused with the reason: %o', async (options, why) => {
    tree.write('apps/web/src/features/auth/x.ts', '');
    const before = textsOf(tree);
    await expect(page(tree, options)).rejects.toThrow(why);
    expect(textsOf(tree)).toEqual(before);
  });
});

describe('a component', () => {
  it('is exported beside the others, and has a test', async () => {
    await uiComponent(tree, { name: 'stilt-dot', description: 'says how something stands' });
    expect(read('libs/ui/src/stilt-dot.tsx')).toContain('/** Says how something stands. */\nexport function StiltDot(');
    expect(read('libs/ui/src/index.ts')).toContain("export { StiltDot } from './stilt-dot';");
    expect(tree.exists('libs/ui/src/stilt-dot.test.tsx')).toBe(true);
  });

  it.each([
    [{ name: 'button', description: 'x' }, 'a component Button already'],
    [{ name: 'badge', description: '' }, 'one sentence'],
    [{ name: 'default', description: 'x' }, 'a word of TypeScript'],
  ])('is refused with the reason: %o', async (options, why) => {
    await expect(uiComponent(tree, options)).rejects.toThrow(why);
  });
});

describe('a Django app', () => {
  it('is a package that is installed', () => {
    djangoApp(tree, { name: 'bugle-runs', description: 'Bills, once a month.' });
    expect(read('apps/api/tandem/bugle_runs/__init__.py')).toBe('"""Bills, once a month."""\n');
    expect(tree.exists('apps/api/tandem/bugle_runs/migrations/__init__.py')).toBe(true);
    expect(read('apps/api/config/settings.py')).toContain('"tandem.bugle_runs",');
  });

  it.each([
    [{ name: 'sessions', description: 'x' }, 'Django has django.contrib.sessions already'],
    [{ name: 'import', description: 'x' }, 'a word of Python'],
    [{ name: 'common', description: 'x' }, 'Django has tandem.common already'],
  ])('is refused with the reason: %o', (options, why) => {
    expect(() => {
      djangoApp(tree, options);
    }).toThrow(why);
  });
});

describe('a library', () => {
  it('has tags, and is known to npm, TypeScript and the web image', async () => {
    await library(tree, { name: 'made-by-a-test', description: 'Adds up.', scope: 'web' });
    const manifest = JSON.parse(read('libs/made-by-a-test/package.json')) as {
      nx: { tags: string[] };
      version: string;
    };
    expect(manifest.nx.tags).toEqual(['type:lib', 'scope:web']);
    expect(manifest.version).toBe((JSON.parse(read('package.json')) as { version: string }).version);
    expect(read('tsconfig.json')).toContain('"./libs/made-by-a-test"');
    const lines = read('apps/web/Dockerfile').split('\n');
    const manifests = lines.filter((line) => /^COPY libs\/\S+package\.json /.test(line));
    expect(manifests).toContain('COPY libs/made-by-a-test/package.json libs/made-by-a-test/');
    expect(manifests).toEqual([...manifests].sort());
    const lock = JSON.parse(read('package-lock.json')) as { packages: Record<string, object> };
    expect(lock.packages['node_modules/@tandem/made-by-a-test']).toEqual({
      resolved: 'libs/made-by-a-test',
      link: true,
    });
    expect(Object.keys(lock.packages)).toEqual(Object.keys(lock.packages).sort((a, b) => a.localeCompare(b, 'en')));
  });

  it.each([
    [{ name: 'web', description: 'x' }, 'There is a package @tandem/web already'],
    [{ name: 'ui', description: 'x' }, 'libs/ui exists already'],
    [{ name: 'Money', description: 'x' }, 'Write money.'],
  ])('is refused with the reason: %o', async (options, why) => {
    tree.write('libs/ui/package.json', '{}');
    const before = textsOf(tree);
    await expect(library(tree, options)).rejects.toThrow(why);
    expect(textsOf(tree)).toEqual(before);
  });
});
