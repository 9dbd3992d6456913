import type { Tree } from '@nx/devkit';
import { classesWithTitle } from '../edits/python.ts';
import { routePaths, topNames } from '../edits/typescript.ts';
import { spell, type Spellings } from '../names/spellings.ts';
import { DOMAINS, JOURNEYS, ROUTER } from '../places.ts';
import { Refusal } from '../refusal.ts';

/** A resource that another one can refer to. */
export interface Target {
  name: Spellings;
  plural: Spellings;
  /** The field that names one of them. */
  title: Spellings;
  /** The address of its page, as the router has it: `/customers/$customerId`. */
  page: string;
  /** The journeys' function that stores one of them. */
  writer: { name: string; from: string };
  /** An id for tests. */
  id: string;
}

/** The domain of a model, by the class of that name in its `models.py`. */
export function domainOf(tree: Tree, model: string): { domain: string; title: string | null } | null {
  for (const domain of tree.children(DOMAINS)) {
    const classes = classesWithTitle(tree.read(`${DOMAINS}/${domain}/models.py`, 'utf-8') ?? '');
    if (classes.has(model)) return { domain, title: classes.get(model) ?? null };
  }
  return null;
}

/**
 * Finds what a field refers to.
 *
 * @throws Refusal when there is no such resource, or it has no list and no page to choose from and to lead to
 */
export function findTarget(tree: Tree, field: string, name: string): Target {
  const target = spell(name);
  const found = domainOf(tree, target.pascal);
  if (found === null) {
    throw new Refusal(
      `${field} refers to ${target.words}, and there is no such resource.`,
      `Generate it first: npx nx g resource ${target.kebab} --fields "name:str"`,
    );
  }
  const plural = spell(found.domain);
  const page = `/${plural.kebab}/$${target.camel}Id`;
  const hasPage = routePaths(tree.read(ROUTER, 'utf-8') ?? '').includes(page);
  const writer = writerOf(tree, target, plural);
  if (found.title === null || !hasPage || writer === null) {
    const lacks = [
      ...(found.title === null ? ['__str__ that returns one of its fields'] : []),
      ...(hasPage ? [] : [`page ${page}`]),
      ...(writer === null ? [`function write${target.pascal} in ${JOURNEYS}`] : []),
    ];
    throw new Refusal(`${field} cannot refer to ${target.words}, which has no ${lacks.join(', and no ')}.`);
  }
  const id = '33333333-3333-4333-8333-333333333333';
  return { name: target, plural, title: spell(found.title), page, writer, id };
}

function writerOf(tree: Tree, name: Spellings, plural: Spellings): Target['writer'] | null {
  const writer = `write${name.pascal}`;
  const from = [plural.kebab, 'journey'].find((file) =>
    topNames(tree.read(`${JOURNEYS}/${file}.ts`, 'utf-8') ?? '').has(writer),
  );
  return from === undefined ? null : { name: writer, from: `./${from}` };
}
