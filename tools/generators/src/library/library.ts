import { existsSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { formatFiles, generateFiles, OverwriteStrategy, readJson, type Tree, updateJson } from '@nx/devkit';
import { readName } from '../names/read-name';
import { readSentence } from '../names/read-sentence';
import { whyNotAName } from '../names/reserved';
import { spell } from '../names/spellings';
import { Refusal, refuseToWriteOver } from '../refusal';

export interface LibraryOptions {
  /** `money` */
  name: string;
  /** What it is for, in a sentence. */
  description: string;
  scope?: 'shared' | 'web';
}

const SCOPE = '@tandem';
const WEB_DOCKERFILE = 'apps/web/Dockerfile';

/** Makes a library, and makes npm, TypeScript and the web image know it. @returns what is done once the files are there */
export default async function library(tree: Tree, options: LibraryOptions): Promise<() => void> {
  const name = spell(readName('a library', options.name));
  const { scope = 'shared' } = options;
  const description = readSentence(options.description);
  const reason = whyNotAName(name.snake);
  if (reason !== null) throw new Refusal(`No library can be called ${name.kebab}: ${reason}.`);
  const folder = `libs/${name.kebab}`;
  const packageName = `${SCOPE}/${name.kebab}`;
  const lock = readJson<Lock>(tree, 'package-lock.json');
  refuseToWriteOver(tree, folder);
  if (`node_modules/${packageName}` in lock.packages) throw new Refusal(`There is a package ${packageName} already.`);

  const { version } = readJson<{ version: string }>(tree, 'package.json');
  const substitutions = { ...name, description, scope, packageName, version };
  generateFiles(tree, join(import.meta.dirname, 'files'), folder, substitutions, {
    overwriteStrategy: OverwriteStrategy.ThrowIfExisting,
  });
  updateJson(tree, 'tsconfig.json', (config: { references: { path: string }[] }) => ({
    ...config,
    references: [...config.references, { path: `./${folder}` }],
  }));
  const entries = {
    [folder]: { name: packageName, version },
    [`node_modules/${packageName}`]: { resolved: folder, link: true },
  };
  tree.write('package-lock.json', withPackages(lock, entries));
  tree.write(WEB_DOCKERFILE, withManifest(tree.read(WEB_DOCKERFILE, 'utf-8') ?? '', folder));
  await formatFiles(tree);
  return () => {
    link(tree.root, packageName, folder);
  };
}

interface Lock {
  packages: Record<string, object>;
}

/** npm's own order of its lock, so that `npm install` finds nothing to change. */
function withPackages(lock: Lock, entries: Record<string, object>): string {
  const packages = Object.entries({ ...lock.packages, ...entries }).sort(([a], [b]) => a.localeCompare(b, 'en'));
  return `${JSON.stringify({ ...lock, packages: Object.fromEntries(packages) }, null, 2)}\n`;
}

/** `npm ci` in the image compares the lock with the manifest of each workspace: every one is copied by a line of its own. */
function withManifest(dockerfile: string, folder: string): string {
  const lines = dockerfile.split('\n');
  const copied = (line: string) => {
    const [instruction, from = '', to = '', ...more] = line.split(' ');
    return instruction === 'COPY' && more.length === 0 && from === `${to}package.json` ? to : undefined;
  };
  const last = lines.findLastIndex((line) => (copied(line) ?? '~') < `${folder}/`);
  if (last === -1) {
    throw new Refusal(
      `${WEB_DOCKERFILE} has no line such as COPY libs/ui/package.json libs/ui/, after which that of ${folder} would stand.`,
    );
  }
  return lines.toSpliced(last + 1, 0, `COPY ${folder}/package.json ${folder}/`).join('\n');
}

/** What `npm install` would do for a package without dependencies: a link, and no question to a registry. */
function link(root: string, packageName: string, folder: string): void {
  const target = join(root, 'node_modules', packageName);
  if (existsSync(join(root, 'node_modules', SCOPE)) && !existsSync(target)) {
    symlinkSync(process.platform === 'win32' ? join(root, folder) : join('../..', folder), target, 'junction');
  }
}
