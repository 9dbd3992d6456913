import type { Tree } from '@nx/devkit';
import { namesIn } from '../edits/lines.ts';
import type { Spellings } from '../names/spellings.ts';
import { DOCUMENT, DOMAINS, ownPaths, ROUTER, SETTINGS, UI } from '../places.ts';
import { Refusal } from '../refusal.ts';
import { findDomain } from './targets.ts';

/** Paths of Nginx and of the app itself. */
const RESERVED_PATHS = 'api admin assets static errors healthz version index app new edit'.split(' ');

/** Folder names that Git, ESLint, Ruff, mypy or the image build ignore at any depth. */
const IGNORED_FOLDERS = 'dist generated migrations tests'.split(' ');

/** Rejects a name that is in use. @throws Refusal that names what uses it */
export function refuseCollisions(tree: Tree, name: Spellings, plural: Spellings): void {
  const read = (path: string) => tree.read(path, 'utf-8') ?? '';
  const refuse = (which: Spellings, reason: string) => {
    const help =
      which === plural ? `plural, for example --plural=${plural.kebab}-list` : `name, for example ${name.kebab}-entry`;
    throw new Refusal(`"${which.kebab}" cannot be used: ${reason}. Choose another ${help}.`);
  };
  if (name.kebab === plural.kebab) refuse(plural, 'singular and plural must differ');
  const model = findDomain(tree, name.pascal);
  if (model !== undefined) refuse(name, `${DOMAINS}/${model.domain} has a model ${name.pascal}`);
  const existing = ownPaths(plural).find((path) => tree.exists(path));
  if (existing !== undefined) refuse(plural, `${existing} exists`);

  const apps = [...read(SETTINGS).matchAll(/^ {4}"([\w.]+)",$/gm)].map(([, app]) => app ?? '');
  const app = apps.find((candidate) => candidate.split('.').at(-1) === plural.snake);
  if (app !== undefined) refuse(plural, `its tables would collide with those of ${app}`);
  if (IGNORED_FOLDERS.includes(plural.kebab)) refuse(plural, 'Git or other tools ignore folders with this name');
  const router = read(ROUTER);
  if (RESERVED_PATHS.includes(plural.kebab) || new RegExp(`path: '/${plural.kebab}['/]`).test(router)) {
    refuse(plural, `the path /${plural.kebab} is in use`);
  }
  const components = namesIn(read(`${UI}/index.ts`));
  const component = [name.pascal, plural.pascal].find((candidate) => components.has(candidate));
  if (component !== undefined) refuse(name, `libs/ui has a component ${component}`);
  const document = read(DOCUMENT);
  const schema = ['', 'Create', 'Update', 'Page', 'Conflict']
    .map((suffix) => name.pascal + suffix)
    .find((candidate) => document.includes(`"#/components/schemas/${candidate}"`));
  if (schema !== undefined) refuse(name, `the OpenAPI document has a schema ${schema}`);
  if (document.includes(`"/api/${plural.kebab}`)) refuse(plural, `the API has a path /api/${plural.kebab}`);
}
