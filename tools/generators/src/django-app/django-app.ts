import { join } from 'node:path';
import { generateFiles, OverwriteStrategy, type Tree } from '@nx/devkit';
import { addString, stringsOf } from '../edits/python';
import { readName } from '../names/read-name';
import { readSentence } from '../names/read-sentence';
import { whyNotAName } from '../names/reserved';
import { spell } from '../names/spellings';
import { DOMAINS, SETTINGS } from '../places';
import { Refusal, refuseToWriteOver } from '../refusal';

export interface DjangoAppOptions {
  /** `billing-runs` */
  name: string;
  /** What it is for, in a sentence. */
  description: string;
}

/** Makes an empty domain, and installs it. The import contracts hold it without being told. */
export default function djangoApp(tree: Tree, options: DjangoAppOptions): void {
  const name = spell(readName('an app', options.name));
  const description = readSentence(options.description);
  const reason = whyNotAName(name.snake);
  if (reason !== null) throw new Refusal(`No app can be called ${name.kebab}: ${reason}.`);
  const settings = tree.read(SETTINGS, 'utf-8') ?? '';
  const taken = stringsOf(settings, 'INSTALLED_APPS').find((app) => app.split('.').at(-1) === name.snake);
  if (taken !== undefined) throw new Refusal(`No app can be called ${name.kebab}: Django has ${taken} already.`);
  const folder = `${DOMAINS}/${name.snake}`;
  refuseToWriteOver(tree, folder);
  generateFiles(
    tree,
    join(import.meta.dirname, 'files'),
    folder,
    { ...name, description },
    {
      overwriteStrategy: OverwriteStrategy.ThrowIfExisting,
    },
  );
  tree.write(SETTINGS, addString(settings, 'INSTALLED_APPS', `tandem.${name.snake}`));
}
