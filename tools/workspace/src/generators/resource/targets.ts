import type { Tree } from '@nx/devkit';
import { namesIn } from '../edits/lines.ts';
import { spell, type Spellings } from '../names/spellings.ts';
import { DOMAINS, JOURNEYS, WEB } from '../places.ts';
import { Refusal } from '../refusal.ts';

/** A resource that a field refers to. */
export interface Target {
  name: Spellings;
  plural: Spellings;
  /** The field that `__str__` returns. */
  title: Spellings;
}

/** Finds the domain whose models.py defines a model, and the field that the model's `__str__` returns. */
export function findDomain(tree: Tree, model: string): { domain: string; title: string | undefined } | undefined {
  for (const domain of tree.children(DOMAINS)) {
    const models = tree.read(`${DOMAINS}/${domain}/models.py`, 'utf-8') ?? '';
    const body = new RegExp(`^class ${model}\\([^]*?(?=^class |$(?![^]))`, 'm').exec(models)?.[0];
    if (body !== undefined) return { domain, title: /def __str__[^]*?return self\.(\w+)$/m.exec(body)?.[1] };
  }
  return undefined;
}

/** @throws Refusal when the resource does not exist or lacks a part that the generated code needs */
export function findTarget(tree: Tree, field: string, target: string): Target {
  const name = spell(target);
  const found = findDomain(tree, name.pascal);
  if (found === undefined) {
    throw new Refusal(
      `${field} refers to ${name.words}, which does not exist. Generate it first: npx nx g resource ${name.kebab} --fields "name:str"`,
    );
  }
  const plural = spell(found.domain);
  const journeys = tree.read(`${JOURNEYS}/${plural.kebab}.ts`, 'utf-8') ?? '';
  const missing = [
    ...(found.title === undefined ? ['a __str__ that returns one of its fields'] : []),
    ...(tree.exists(`${WEB}/features/${plural.kebab}`) ? [] : [`a folder ${WEB}/features/${plural.kebab}`]),
    ...(namesIn(journeys).has(`create${name.pascal}`)
      ? []
      : [`create${name.pascal}() in ${JOURNEYS}/${plural.kebab}.ts`]),
  ];
  if (found.title === undefined || missing.length > 0) {
    throw new Refusal(`${field} cannot refer to ${name.words}. It needs ${missing.join(' and ')}.`);
  }
  return { name, plural, title: spell(found.title) };
}
