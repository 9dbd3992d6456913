import { join } from 'node:path';
import { formatFiles, generateFiles, OverwriteStrategy, type Tree } from '@nx/devkit';
import { addExport, topNames } from '../edits/typescript';
import { readName } from '../names/read-name';
import { whyNotAName } from '../names/reserved';
import { spell } from '../names/spellings';
import { UI } from '../places';
import { readSentence } from '../names/read-sentence';
import { Refusal } from '../refusal';

export interface UiComponentOptions {
  /** `status-dot` */
  name: string;
  /** What it is for, in a sentence. */
  description: string;
}

/** Makes a component of the design system, with its test, and exports it. */
export default async function uiComponent(tree: Tree, options: UiComponentOptions): Promise<void> {
  const name = spell(readName('a component', options.name));
  const description = readSentence(options.description);
  const index = `${UI}/index.ts`;
  const exported = tree.read(index, 'utf-8') ?? '';
  const reason = whyNotAName(name.snake);
  if (reason !== null) throw new Refusal(`No component can be called ${name.kebab}: ${reason}.`);
  if (topNames(exported).has(name.pascal) || tree.exists(`${UI}/${name.kebab}.tsx`)) {
    throw new Refusal(`${UI} has a component ${name.pascal} already.`);
  }
  generateFiles(
    tree,
    join(import.meta.dirname, 'files'),
    UI,
    { ...name, description },
    {
      overwriteStrategy: OverwriteStrategy.ThrowIfExisting,
    },
  );
  tree.write(index, addExport(exported, `export { ${name.pascal} } from './${name.kebab}';`));
  await formatFiles(tree);
}
