import { join } from 'node:path';
import { formatFiles, generateFiles, OverwriteStrategy, type Tree } from '@nx/devkit';
import { readName } from '../names/read-name.ts';
import { pluralOf, spell, type Spellings, withArticle } from '../names/spellings.ts';
import { DOMAINS, JOURNEYS, WEB } from '../places.ts';
import { Refusal } from '../refusal.ts';
import { rehearse } from '../rehearsal/rehearse.ts';
import { refuseCollisions } from './collisions.ts';
import { parseFields } from './fields.ts';
import { ownPlaces } from './own-files.ts';
import { digest, recordPath, type ResourceRecord } from './record.ts';
import { planResource, type ResourcePlan } from './resource-plan.ts';
import { findTarget } from './targets.ts';
import { wire } from './wiring.ts';

export interface ResourceOptions {
  /** One of them, in small letters with dashes: `line-item`. */
  name: string;
  /** `number:str amount:decimal due:date? customer:ref(customer)` */
  fields?: string;
  /** Many of them, where no rule makes it. */
  plural?: string;
}

/** Makes a resource: Django domain, React feature, journey, and every place that has to know of them. */
export default async function resource(tree: Tree, options: ResourceOptions): Promise<void> {
  const plan = await writeResource(tree, options);
  rehearse(tree, plan.plural.snake);
  recordResource(tree, plan, options.fields ?? '');
  await formatFiles(tree);
}

/** The part that needs no other program. */
export async function writeResource(tree: Tree, options: ResourceOptions): Promise<ResourcePlan> {
  const name = spell(readName('a resource', options.name));
  const plural = spell(readPlural(name, options.plural));
  refuseCollisions(tree, name, plural);
  const requests = parseFields(options.fields ?? '', name);
  const plan = planResource(name, plural, requests, ({ snake, target }) => findTarget(tree, snake, target));
  writeFiles(tree, plan);
  wire(tree, { name, plural, refersTo: plan.targets.map((target) => target.plural.snake) });
  await formatFiles(tree);
  return plan;
}

function readPlural(name: Spellings, written: string | undefined): string {
  if (written !== undefined && written !== '') return readName('many of them', written);
  const plural = pluralOf(name.kebab);
  if (plural === null) {
    throw new Refusal(`The plural of ${name.kebab} follows no rule.`, 'Say it: --plural=…, as in --plural=people.');
  }
  return plural;
}

function writeFiles(tree: Tree, plan: ResourcePlan): void {
  const { name, plural } = plan;
  const files = join(import.meta.dirname, 'files');
  const names = { kebab: name.kebab, kebabs: plural.kebab };
  const feature = `${WEB}/features/${plural.kebab}`;
  const put = (from: string, to: string, more: object = {}) => {
    generateFiles(
      tree,
      join(files, from),
      to,
      { ...plan, withArticle, ...names, ...more },
      {
        // Whether something is there was asked before; this is the second lock on that door.
        overwriteStrategy: OverwriteStrategy.ThrowIfExisting,
      },
    );
  };
  put('api', `${DOMAINS}/${plural.snake}`);
  put('web', feature);
  for (const target of plan.targets) put('target', feature, { target, kebab: target.name.kebab });
  put('testing', `${WEB}/testing`);
  put('journeys', JOURNEYS);
}

/** Notes what was generated, so that it can be taken out again. */
export function recordResource(tree: Tree, { name, plural, targets }: ResourcePlan, fields: string): void {
  const { folders, files } = ownPlaces(plural);
  const own = tree
    .listChanges()
    .filter(({ path }) => files.includes(path) || folders.some((folder) => path.startsWith(`${folder}/`)));
  const record: ResourceRecord = {
    name: name.kebab,
    plural: plural.kebab,
    fields,
    refersTo: targets.map((target) => ({ name: target.name.kebab, domain: target.plural.snake })),
    files: Object.fromEntries(own.map(({ path, content }) => [path, digest(content ?? '')])),
  };
  tree.write(recordPath(name.kebab), `${JSON.stringify(record, null, 2)}\n`);
}
