import { formatFiles, logger, type Tree, visitNotIgnoredFiles } from '@nx/devkit';
import { spell, type Spellings } from '../names/spellings.ts';
import { API, DOMAINS, JOURNEYS, WEB } from '../places.ts';
import { Refusal } from '../refusal.ts';
import { rehearse } from '../rehearsal/rehearse.ts';
import { ownPlaces } from '../resource/own-files.ts';
import { digest, readRecord, readRecords, recordPath, type ResourceRecord } from '../resource/record.ts';
import { unwire } from '../resource/wiring.ts';

export interface RemoveResourceOptions {
  name: string;
  /** Removes files, too, that were changed or added since. */
  force?: boolean;
}

/** Takes out what the resource generator made: when nothing was changed since, the tree is as it was before. */
export default async function removeResource(tree: Tree, options: RemoveResourceOptions): Promise<void> {
  await withdrawResource(tree, options);
  rehearse(tree, null);
  logger.warn(
    'A database that has run its migration keeps its table. How to drop it: docs/generators.md#taking-a-resource-out',
  );
}

/** The part that needs no other program. */
export async function withdrawResource(
  tree: Tree,
  { name: written, force = false }: RemoveResourceOptions,
): Promise<void> {
  const record = readRecord(tree, written);
  if (record === null) {
    const known = readRecords(tree).map(({ name }) => name);
    throw new Refusal(
      `No resource ${written} was generated here.`,
      known.length === 0 ? undefined : `There are: ${known.join(', ')}.`,
    );
  }
  const plural = spell(record.plural);
  refuseWhenReferredTo(tree, record);
  const changed = changedSince(tree, record, plural);
  if (changed.length > 0 && !force) {
    throw new Refusal(
      `Changed since ${record.name} was generated, and lost with it:\n${changed.map((path) => `  ${path}`).join('\n')}`,
      `Nothing was removed. To remove them all the same: npx nx g remove-resource ${record.name} --force`,
    );
  }
  const { folders, files } = ownPlaces(plural);
  for (const path of [...folders, ...files, recordPath(record.name)]) tree.delete(path);
  const missing = unwire(tree, {
    name: spell(record.name),
    plural,
    refersTo: record.refersTo.map(({ domain }) => domain),
  });
  if (missing.length > 0 && !force) {
    throw new Refusal(
      `Not found where it was put:\n${missing.map((place) => `  ${place}`).join('\n')}`,
      `Nothing was removed. To remove the rest: npx nx g remove-resource ${record.name} --force`,
    );
  }
  await formatFiles(tree);
  refuseWhenMentioned(tree, record, plural);
}

function refuseWhenReferredTo(tree: Tree, { name }: ResourceRecord): void {
  const others = readRecords(tree).filter(({ refersTo }) => refersTo.some((target) => target.name === name));
  if (others.length === 0) return;
  const names = others.map((other) => other.name);
  throw new Refusal(`${names.join(' and ')} refer${names.length === 1 ? 's' : ''} to ${name}.`, 'Take that out first.');
}

/** The resource's own files that are not as they were generated: changed, added or gone. */
function changedSince(tree: Tree, record: ResourceRecord, plural: Spellings): string[] {
  const { folders, files } = ownPlaces(plural);
  const present = files.filter((path) => tree.exists(path));
  for (const folder of folders) visitNotIgnoredFiles(tree, folder, (path) => present.push(path));
  const differs = (path: string) => digest(tree.read(path) ?? '') !== record.files[path];
  const gone = Object.keys(record.files).filter((path) => !tree.exists(path));
  return [...present.filter(differs), ...gone.map((path) => `${path} (gone)`)].sort();
}

/** Whatever else came to use it would break: it is named, and nothing is removed. */
function refuseWhenMentioned(tree: Tree, record: ResourceRecord, plural: Spellings): void {
  const name = spell(record.name);
  const uses = [
    `app.${plural.snake}`,
    `"${plural.snake}.${name.pascal}"`,
    `/api/${plural.kebab}`,
    `features/${plural.kebab}/`,
    `fake-${plural.kebab}'`,
    `'./${plural.kebab}'`,
    `'/${plural.kebab}`,
    `"/${plural.kebab}`,
  ];
  const found: string[] = [];
  for (const folder of [`${API}/config`, DOMAINS, WEB, JOURNEYS]) {
    visitNotIgnoredFiles(tree, folder, (path) => {
      const lines = (tree.read(path, 'utf-8') ?? '').split('\n');
      const at = lines.findIndex((line) => uses.some((use) => isUsed(line, use)));
      if (at !== -1) found.push(`  ${path}:${String(at + 1)}: ${(lines[at] ?? '').trim()}`);
    });
  }
  if (found.length > 0) {
    throw new Refusal(
      `Something else uses ${record.name}:\n${found.join('\n')}`,
      'Take that out first. Nothing was removed.',
    );
  }
}

/** `/api/items` stands in `/api/items/{id}`, and not in `/api/items-sold`. */
function isUsed(line: string, use: string): boolean {
  for (let at = line.indexOf(use); at !== -1; at = line.indexOf(use, at + 1)) {
    if (!/[\w-]/.test(line.charAt(at + use.length)) || !/[\w-]/.test(use.at(-1) ?? '')) return true;
  }
  return false;
}
