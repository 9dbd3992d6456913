import type { Tree } from '@nx/devkit';
import { beforeEach, describe, expect, it } from 'vitest';
import { spell } from '../names/spellings.ts';
import { workspaceTree } from '../testing/workspace-tree.ts';
import { parseFields, TYPES } from './fields.ts';
import { identifiersIn } from './identifiers.ts';
import { SCHEMA_NAMES } from './plan.ts';
import { type ResourceOptions, writeResource } from './resource.ts';
import { refuseShadowing } from './shadowing.ts';

let tree: Tree;

beforeEach(() => {
  tree = workspaceTree();
});

const refusalOf = (options: ResourceOptions) => writeResource(workspaceTree(), options).then(() => '', String);

describe('names that the generated code uses', () => {
  it.each([
    ['a component of a library', 'link', 'title:str address:url', 'link-item.tsx already uses the name Link'],
    ['a function of a library', 'query', 'name:str', 'already uses the name'],
    ['a Python builtin', 'property', 'name:str', 'property is reserved in Python'],
    ['a Python exception', 'warning', 'name:str', 'Warning is reserved in Python'],
    ['a TypeScript keyword', 'package', 'name:str', 'package is reserved in TypeScript'],
    ['a local variable', 'draft', 'name:str', 'draft-editor.tsx already uses the name draft'],
    ['a module of Django in the model', 'thing', 'name:str models:int', 'models.py already uses the name models'],
    ['a type in the schemas', 'thing', 'name:str str:text int:int', 'schemas.py already uses the name str'],
    ['an argument of Python methods', 'thing', 'name:str self:str', 'Python methods use it'],
    ['a folder that Git ignores', 'report', 'name:str', 'ignore folders with this name'],
  ])('are refused with a suggestion that works: %s', async (_kind, name, fields, reason) => {
    const refusal = await refusalOf({ name, fields });
    expect(refusal).toContain(reason);
    const { flag, suggestion = '' } =
      /for example (?<flag>--plural=)?(?<suggestion>\S+)\.$/.exec(refusal)?.groups ?? {};
    const field = /^Refusal: (\w+): /.exec(refusal)?.[1];
    const fixed =
      field === undefined ? fields : fields.replace(` ${field}:`, ` ${suggestion}:`).replace(' int:int', '');
    const resource = field === undefined && flag === undefined ? suggestion : name;
    expect(
      await refusalOf({ name: resource, fields: fixed, ...(flag === undefined ? {} : { plural: suggestion }) }),
    ).toBe('');
  });

  it.each([
    ['plan', 'name:str public:bool package:str?'],
    ['event', 'name:str order:int group:str default:bool type:choice(a|b) index:int list:text object:url'],
    ['match', 'name:str decimal:decimal date:date? link:url email:email warning:str uuid_text:str'],
  ])('are allowed where they collide with nothing: %s %s', async (name, fields) => {
    expect(await refusalOf({ name, fields })).toBe('');
  });

  it('lets no resource refer to itself', async () => {
    expect(await refusalOf({ name: 'category', fields: 'name:str parent:ref(category)?' })).toContain(
      'parent: category cannot refer to itself',
    );
  });
});

describe('refuseShadowing', () => {
  /** Checks the resource "plan" with a field "public" on a template in which NAME and FIELD stand for both. */
  const check = (path: string, template: string) => {
    const fields = parseFields('title:str public:bool', spell('plan')).slice(1);
    refuseShadowing(tree, spell('plan'), spell('plans'), fields, (name, _plural, [field]) => {
      return new Map([[path, template.replaceAll('NAME', name.camel).replaceAll('FIELD', field?.snake ?? '')]]);
    });
  };

  it.each([
    ['a variable with a reserved word', 'a.ts', 'const { FIELD } = x;'],
    ['an import', 'a.ts', "import { plan } from 'x'; const NAME = 1;"],
    ['a global', 'a.ts', 'const NAME = plan;'],
    ['a type', 'a.tsx', 'type NAME = 1; const x: plan = <plan.x />;'],
    ['an attribute in a class body', 'a.py', 'class A:\n    FIELD = public.X()\n'],
  ])('rejects a collision with %s', (_kind, path, template) => {
    expect(() => {
      check(path, template);
    }).toThrow(/cannot be used: .* Choose another name, for example (?:is_public|plan-entry)\.$/);
  });

  it.each([
    ['members', 'a.tsx', 'f({ plan: 1, public: 2 }).plan; const x = <plan plan={NAME.FIELD} />;'],
    ['strings, modules and arguments', 'a.py', 'from plan.x import y\nNAME = f("plan", plan="x")  # plan\n'],
    ['the body of a function', 'a.py', 'class A:\n    FIELD = 1\n\n    def b(self):\n        return public\n'],
  ])('ignores %s', (_kind, path, template) => {
    expect(() => {
      check(path, template);
    }).not.toThrow();
  });

  it('knows every name of the schemas that the type of a field could hide', async () => {
    const fields = TYPES.filter((type) => type !== 'ref' && type !== 'choice').map((type) => `of_${type}:${type}`);
    await writeResource(tree, { name: 'cudgel', fields: 'name:str' });
    await writeResource(tree, {
      name: 'inkhorn',
      fields: `name:str ${fields.join(' ')} kind:choice(a|b) cudgel:ref(cudgel)`,
    });
    const path = 'apps/api/app/inkhorns/schemas.py';
    const names = [...identifiersIn(path, tree.read(path, 'utf-8') ?? '')];
    const other = /^(?:Of|Inkhorn|(?:Name|Kind|None|True|False)$)|^[a-z_]|^[A-Z_]+$/;
    expect(names.filter((name) => !other.test(name) && !SCHEMA_NAMES.split(' ').includes(name))).toEqual([]);
  });
});
