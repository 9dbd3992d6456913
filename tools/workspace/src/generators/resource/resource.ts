import { join } from 'node:path';
import { formatFiles, generateFiles, type GeneratorCallback, OverwriteStrategy, type Tree } from '@nx/devkit';
import { readName } from '../names/name.ts';
import { pluralOf, spell, type Spellings, withArticle } from '../names/spellings.ts';
import { DOMAINS, JOURNEYS, WEB } from '../places.ts';
import { Refusal, withRefusals } from '../refusal.ts';
import { checksOf, runChecks } from './check.ts';
import { refuseCollisions } from './collisions.ts';
import { type FieldRequest, parseFields } from './fields.ts';
import { finishDomain, refuseWithoutPython, regenerateClient } from './finish.ts';
import { memoryTree } from './identifiers.ts';
import { planResource, type ResourcePlan } from './plan.ts';
import { refuseShadowing } from './shadowing.ts';
import { findTarget } from './targets.ts';
import { wire } from './wiring.ts';

export interface ResourceOptions {
  name: string;
  fields?: string;
  plural?: string;
}

async function resource(tree: Tree, options: ResourceOptions): Promise<GeneratorCallback> {
  const plan = await writeResource(tree, options);
  refuseWithoutPython(tree.root);
  // Nx skips this step with --dry-run.
  return async () => {
    finishDomain(tree.root, plan.plural.snake);
    regenerateClient(tree.root);
    await runChecks(tree.root, checksOf(tree.root, plan.plural), plan);
  };
}

/** Writes the files and their wiring. The migration and the API client need a second step, when the files are on disk. */
export async function writeResource(tree: Tree, options: ResourceOptions): Promise<ResourcePlan> {
  const name = spell(readName('name', options.name));
  const plural = readPlural(name, options.plural);
  refuseCollisions(tree, name, plural);
  const requests = parseFields(options.fields ?? '', name);
  const targetOf = ({ snake, target }: FieldRequest) => findTarget(tree, snake, target);
  refuseShadowing(tree, name, plural, requests, (...neutral) => render(tree, planResource(...neutral, targetOf)));
  const plan = planResource(name, plural, requests, targetOf);
  writeFiles(tree, plan);
  wire(tree, { name, plural, refersTo: plan.targets.map((target) => target.plural.snake) });
  await formatFiles(tree);
  return plan;
}

function readPlural(name: Spellings, given: string | undefined): Spellings {
  const plural = given ?? pluralOf(name.kebab);
  if (plural === undefined) throw new Refusal(`The plural of "${name.kebab}" is irregular. Add it: --plural=people`);
  return spell(readName('plural', plural));
}

/** The text of each file, by its path. */
export function render(tree: Tree, plan: ResourcePlan): Map<string, string> {
  const files = new Map<string, string>();
  writeFiles(memoryTree(tree, files), plan);
  return files;
}

function writeFiles(tree: Tree, plan: ResourcePlan): void {
  const { name, plural, targets } = plan;
  const generate = (from: string, to: string, values: object = {}) => {
    const substitutions = { ...plan, withArticle, kebab: name.kebab, kebabs: plural.kebab, ...values };
    const strategy = { overwriteStrategy: OverwriteStrategy.ThrowIfExisting };
    generateFiles(tree, join(import.meta.dirname, 'files', from), to, substitutions, strategy);
  };
  const feature = `${WEB}/features/${plural.kebab}`;
  generate('api', `${DOMAINS}/${plural.snake}`);
  generate('web', feature);
  for (const target of targets) generate('target', feature, { target, kebab: target.name.kebab });
  generate('testing', `${WEB}/testing`);
  generate('journeys', JOURNEYS);
}

export default withRefusals(resource);
