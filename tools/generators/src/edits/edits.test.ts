import { describe, expect, it } from 'vitest';
import * as python from './python.ts';
import * as toml from './toml.ts';
import * as typescript from './typescript.ts';

const SETTINGS = `# "app.notes" in a comment
OTHER = ["app.notes"]
INSTALLED_APPS = [
    # why
    "django.contrib.admin",
    "app.notes",  # last
]
`;

describe('an edit of Python', () => {
  it('puts a string at the end of the list that is meant, and takes it out again', () => {
    const edited = python.addString(SETTINGS, 'INSTALLED_APPS', 'app.bills');
    expect(python.stringsOf(edited, 'INSTALLED_APPS')).toEqual(['django.contrib.admin', 'app.notes', 'app.bills']);
    expect(python.stringsOf(edited, 'OTHER')).toEqual(['app.notes']);
    expect(python.removeString(edited, 'INSTALLED_APPS', 'app.bills')).toBe(SETTINGS);
  });

  it('takes out the first of a list, and finds none that is not there', () => {
    expect(python.removeString(SETTINGS, 'INSTALLED_APPS', 'django.contrib.admin')).not.toContain('admin');
    expect(python.removeString(SETTINGS, 'INSTALLED_APPS', 'nothing')).toBeNull();
    expect(() => python.addString(SETTINGS, 'NO_SUCH_LIST', 'x')).toThrow('NO_SUCH_LIST');
  });

  it('keeps imports in order and statements together', () => {
    const before =
      'from a.api import router as a\nfrom c.api import router as c\n\nadd("/a", a)\nadd("/c", c)\nend()\n';
    const imported = 'from b.api import router as b';
    const edited = python.addAfter(python.addImport(before, imported), 'add(', 'add("/b", b)');
    expect(edited.split('\n').slice(0, 7)).toEqual([
      'from a.api import router as a',
      imported,
      'from c.api import router as c',
      '',
      'add("/a", a)',
      'add("/c", c)',
      'add("/b", b)',
    ]);
    const without = python.removeStatement(edited, 'add("/b", b)') ?? '';
    expect(python.removeStatement(without, imported)).toBe(before);
  });

  it('reads what names a row', () => {
    const models = 'class A:\n    def __str__(self):\n        return self.title\n\n\nclass B:\n    x = 1\n';
    expect([...python.classesWithTitle(models)]).toEqual([
      ['A', 'title'],
      ['B', null],
    ]);
  });
});

describe('an edit of TOML', () => {
  const PROJECT = `[[contracts]]
name = "one"
ignore = ["a -> b"]

[[contracts]]
name = "two"
ignore = ["c -> d", "e -> f"] # why
`;

  it('adds to the array of the table that is meant, and takes it out again', () => {
    const edited = toml.addToArray(PROJECT, 'contracts', 'two', 'ignore', 'g -> h');
    expect(edited.indexOf('g -> h')).toBeGreaterThan(edited.indexOf('"two"'));
    expect(toml.removeFromArray(edited, 'contracts', 'two', 'ignore', 'g -> h')).toBe(PROJECT);
    expect(toml.removeFromArray(PROJECT, 'contracts', 'one', 'ignore', 'c -> d')).toBeNull();
    expect(() => toml.addToArray(PROJECT, 'contracts', 'three', 'ignore', 'x')).toThrow('three');
  });
});

describe('an edit of TypeScript', () => {
  const ROUTER = `import { a } from '@x/a';
import { b } from '../features/b';
import { d } from '../features/d';
import { e } from './e';

const one = 1; // "routeTree"
const routeTree = root.addChildren([one, signedIn.addChildren([two])]);
`;

  it('puts an import where its like stand, and takes it out again', () => {
    const edited = typescript.addImport(ROUTER, "import { c } from '../features/c';");
    expect(edited.split('\n')[2]).toBe("import { c } from '../features/c';");
    expect(typescript.removeImport(edited, '../features/c')).toBe(ROUTER);
    expect(typescript.addImport(ROUTER, "import { f } from './f';").split('\n')[4]).toBe("import { f } from './f';");
    expect(typescript.removeImport(ROUTER, './nothing')).toBeNull();
  });

  it('puts statements before a variable, and takes them out again', () => {
    const edited = typescript.addBefore(ROUTER, 'routeTree', 'const three = 3;');
    expect(edited).toContain('const three = 3;\n\nconst routeTree');
    expect(typescript.removeVariable(edited, 'three')).toBe(ROUTER);
    expect(typescript.removeVariable(ROUTER, 'three')).toBeNull();
  });

  it('adds to the array that is meant, and takes out what is there', () => {
    const edited = typescript.addElements(ROUTER, 'signedIn.addChildren', ['three', 'four']);
    expect(edited).toContain('signedIn.addChildren([two, three, four])');
    expect(typescript.removeElements(edited, 'signedIn.addChildren', ['three', 'four', 'five'])).toBe(ROUTER);
    expect(() => typescript.addElements(ROUTER, 'nobody.addChildren', ['x'])).toThrow('nobody');
  });

  const HEADER = `const x = (
  <nav aria-label="Main">
    <Link to="/a">A</Link>
    <Link to="/system">System</Link>
    <Account />
  </nav>
);
`;

  it('puts a link before the one that stays last, or after all others where that is gone', () => {
    const link = '<Link to="/b">B</Link>';
    expect(typescript.addLink(HEADER, link, '/system')).toMatch(/B<\/Link>\s+<Link to="\/system">/);
    expect(typescript.addLink(HEADER, link, '/nothing')).toMatch(/System<\/Link>\s+<Link to="\/b">/);
    expect(typescript.removeLink(HEADER, '/a')).toBe(HEADER.replace('    <Link to="/a">A</Link>\n', ''));
    expect(typescript.removeLink(HEADER, '/nothing')).toBeNull();
  });

  it('puts an export in its order', () => {
    const index = "export { A } from './a';\nexport { C } from './c';\n";
    expect(typescript.addExport(index, "export { B } from './b';").split('\n')[1]).toBe("export { B } from './b';");
  });
});
