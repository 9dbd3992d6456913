import type { Tree } from '@nx/devkit';
import { isReservedInPython, isReservedInTypeScript } from '../names/reserved.ts';
import { spell, type Spellings } from '../names/spellings.ts';
import { API_ROUTES, PAGES, ROUTER } from '../places.ts';
import { Refusal } from '../refusal.ts';
import { type FieldRequest, suggestField } from './fields.ts';
import { identifiersIn, namesBesideAttribute } from './identifiers.ts';
import { routerNames } from './wiring.ts';

/** A name of the user, and the name that stands for it in the probe, in every spelling. */
interface Probe {
  given: Spellings;
  neutral: Spellings;
  refuse: (reason: string) => never;
}

type Render = (name: Spellings, plural: Spellings, fields: FieldRequest[]) => Map<string, string>;

const SPELLINGS = ['kebab', 'snake', 'camel', 'pascal', 'constant'] as const;

/**
 * Rejects names that collide with those of the generated code: imports, declarations, reserved words and builtins.
 *
 * The resource is rendered with neutral names first. Every identifier that contains a neutral name becomes the real one,
 * which must differ from all others in its file. So the templates themselves say which names are taken.
 *
 * @throws Refusal that names the word and suggests another
 */
export function refuseShadowing(
  tree: Tree,
  name: Spellings,
  plural: Spellings,
  fields: readonly FieldRequest[],
  render: Render,
): void {
  const one = probeOf(name, 'zq-one', refuseResource(name));
  const many = probeOf(plural, 'zq-many', refusePlural(plural));
  // The numbers have the same length, so that no name is the beginning of another.
  const fieldProbes = fields.map((field, index) =>
    probeOf(field, `zq-f${String(100 + index)}`, refuseField(name, field)),
  );
  const probes = [one, many, ...fieldProbes];
  const neutralFields = fields.map((field, index) => ({ ...field, ...fieldProbes[index]?.neutral }));
  const files = render(one.neutral, many.neutral, neutralFields);
  checkFile('The feature', new Set(files.keys()), probes);
  for (const [path, text] of files) {
    const file = realName(path, probes);
    const identifiers = identifiersIn(path, text);
    if (!file.endsWith('.py')) {
      checkFile(file, identifiers, probes);
      continue;
    }
    for (const { given, neutral, refuse } of fieldProbes) {
      // Fields are attributes in Python. `planResource` chooses another name for a type that the schemas use already.
      identifiers.delete(neutral.snake);
      identifiers.delete(neutral.pascal);
      if (namesBesideAttribute(text, neutral.snake).has(given.snake))
        refuse(`${file} already uses the name ${given.snake}`);
    }
    checkFile(file, identifiers, probes);
  }
  // The wiring adds these names to files that exist.
  for (const [path, added] of [
    [API_ROUTES, [many.neutral.snake]],
    [PAGES, [`${many.neutral.constant}_PAGES`]],
    [ROUTER, routerNames(one.neutral, many.neutral)],
  ] as const) {
    const existing = identifiersIn(path, tree.read(path, 'utf-8') ?? '');
    checkFile(path, new Set([...existing, ...added]), [one, many]);
  }
}

function checkFile(file: string, identifiers: Set<string>, probes: readonly Probe[]): void {
  const taken = new Set([...identifiers].filter((identifier) => ownerOf(identifier, probes) === undefined));
  const isReserved = file.endsWith('.py') ? isReservedInPython : isReservedInTypeScript;
  for (const identifier of identifiers) {
    const owner = ownerOf(identifier, probes);
    if (owner === undefined) continue;
    const real = realName(identifier, probes);
    if (isReserved(real)) owner.refuse(`${real} is reserved in ${file.endsWith('.py') ? 'Python' : 'TypeScript'}`);
    if (taken.has(real)) owner.refuse(`${file} already uses the name ${real}`);
    taken.add(real);
  }
}

function probeOf(given: Spellings, neutral: string, refuse: Probe['refuse']): Probe {
  return { given, neutral: spell(neutral), refuse };
}

const ownerOf = (text: string, probes: readonly Probe[]) =>
  probes.find(({ neutral }) => SPELLINGS.some((spelling) => text.includes(neutral[spelling])));

function realName(text: string, probes: readonly Probe[]): string {
  const pairs = probes.flatMap(({ given, neutral }) => SPELLINGS.map((key) => [neutral[key], given[key]] as const));
  return pairs.reduce((real, [from, to]) => real.replaceAll(from, to), text);
}

const refuseResource = (name: Spellings) => (reason: string) => {
  throw new Refusal(`"${name.kebab}" cannot be used: ${reason}. Choose another name, for example ${name.kebab}-entry.`);
};

const refusePlural = (plural: Spellings) => (reason: string) => {
  throw new Refusal(
    `"${plural.kebab}" cannot be used: ${reason}. Choose another plural, for example --plural=${plural.kebab}-list.`,
  );
};

const refuseField = (name: Spellings, field: FieldRequest) => (reason: string) => {
  throw new Refusal(
    `${field.snake}: this name cannot be used: ${reason}. Choose another name, for example ${suggestField(name, field)}.`,
  );
};
