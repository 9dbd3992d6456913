import type { Tree } from '@nx/devkit';
import { createTreeWithEmptyWorkspace } from '@nx/devkit/testing';
import { beforeEach, describe, expect, it } from 'vitest';
import { pluralOf, spell, type Spellings } from '../names/spellings.ts';
import { workspaceTree } from '../testing/workspace-tree.ts';
import { refuseCollisions } from './collisions.ts';
import { parseFields, TYPES } from './fields.ts';
import { identifiersIn } from './identifiers.ts';
import { planResource, SCHEMA_NAMES } from './plan.ts';
import { render, type ResourceOptions, writeResource } from './resource.ts';
import { refuseShadowing } from './shadowing.ts';

let tree: Tree;

beforeEach(() => {
  tree = workspaceTree();
});

const refusalOf = (options: ResourceOptions) => writeResource(workspaceTree(), options).then(() => '', String);

describe('names that the generated code uses', () => {
  it.each([
    ['a component of a library', 'link', 'title:str address:url', 'link-item.tsx already uses the name Link'],
    ['a Python exception', 'warning', 'name:str', 'Warning is reserved in Python'],
    ['a TypeScript keyword', 'package', 'name:str', 'package is reserved in TypeScript'],
    ['a constant of the tests', 'path', 'name:str', 'paths.test.tsx already uses the name PATH'],
    ['a module of Django in the model', 'thing', 'name:str models:int', 'models.py already uses the name models'],
    ['a type in the schemas', 'thing', 'name:str str:text int:int', 'schemas.py already uses the name str'],
    ['an argument of Python methods', 'thing', 'name:str self:str', 'Python methods use it'],
    ['a folder that the image build ignores', 'test', 'name:str', 'ignore folders with this name'],
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

describe('nouns that products use', () => {
  const ACCEPTED =
    'activity address answer appointment article assignment attachment book booking bookmark branch card cart category channel client comment company content contract course customer day department device discount document donation employee entry event feature feedback field file group image invoice item job key lesson location member month offer option order participant payment plan position post product profile project property question queue quote rating record reference region reply report request reservation resource response result review room route schedule section service shipment state step subject subscription survey table tag target task team template tenant text thread ticket time title topic transaction transfer unit value variant vehicle version video vote year'.split(
      ' ',
    );
  const empty = createTreeWithEmptyWorkspace({ formatter: 'none' });
  const target = { name: spell('cudgel'), plural: spell('cudgels'), title: spell('full_name') };
  const fields = parseFields(
    'full_name:str(80)! remarks:text web_address:url? mail:email nth:int net_sum:decimal is_open:bool due_on:date begun_at:datetime? in_stage:choice(a|b) kept_in:ref(cudgel)',
    spell('inkhorn'),
  );
  // Rendered once, and reduced to identifiers, because parsing whole files for every noun is slow.
  let files: Map<string, string> | undefined;
  const renderOnce = (name: Spellings, plural: Spellings) => {
    const plan = planResource(name, plural, fields, () => target);
    files ??= new Map([...render(empty, plan)].map(([path, text]) => [path, [...identifiersIn(path, text)].join(';')]));
    return files;
  };
  /** With an empty tree, so that a product's own resources and components do not matter. */
  const refusal = (noun: string): string => {
    const [name, plural] = [spell(noun), spell(pluralOf(noun) ?? '')];
    try {
      refuseCollisions(empty, name, plural);
      refuseShadowing(empty, name, plural, [], renderOnce);
      return '';
    } catch (error) {
      return String(error);
    }
  };

  it('are accepted', () => {
    expect(ACCEPTED.map(refusal).filter(Boolean)).toEqual([]);
  });

  it.each([
    ['asset', 'the path /assets is in use'],
    ['class', 'reserved in TypeScript'],
    ['date', 'already uses the name Date'],
    ['error', 'the path /errors is in use'],
    ['form', 'already uses the name Form'],
    ['link', 'already uses the name Link'],
    ['list', 'already uses the name ListQuery'],
    ['migration', 'ignore folders with this name'],
    ['owner', 'already uses the name owner_id'],
    ['package', 'reserved in TypeScript'],
    ['user', 'already uses the name user_id'],
  ])('are refused with the reason: %s', (noun, reason) => {
    expect(refusal(noun)).toContain(reason);
  });

  it.each([
    ['account', 'apps/api/app/accounts exists'],
    ['message', 'its tables would collide with those of django.contrib.messages'],
    ['page', 'apps/e2e/journeys/pages.ts exists'],
    ['session', 'its tables would collide with those of django.contrib.sessions'],
    ['status', 'libs/ui has a component Status'],
  ])('are refused if the workspace uses them: %s', async (name, reason) => {
    expect(await refusalOf({ name, fields: 'label:str' })).toContain(reason);
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
