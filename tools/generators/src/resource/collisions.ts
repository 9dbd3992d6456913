import type { Tree } from '@nx/devkit';
import { stringsOf } from '../edits/python.ts';
import { routePaths, topNames } from '../edits/typescript.ts';
import { whyNotAName, whyNotAResource } from '../names/reserved.ts';
import type { Spellings } from '../names/spellings.ts';
import { DOCUMENT, DOMAINS, ROUTER, SETTINGS, UI } from '../places.ts';
import { Refusal, refuseToWriteOver } from '../refusal.ts';
import { ownPlaces } from './own-files.ts';
import { recordPath } from './record.ts';
import { domainOf } from './targets.ts';
import { routeNames } from './wiring.ts';

/** Addresses of Nginx and of the app's own parts, beside the routes and the API's paths. */
export const ADDRESSES = [
  'api',
  'admin',
  'assets',
  'static',
  'errors',
  'healthz',
  'version',
  'index',
  'app',
  'new',
  'edit',
];

/**
 * Refuses a name that something has already, before anything is made.
 *
 * @throws Refusal that says what has it
 */
export function refuseCollisions(tree: Tree, name: Spellings, plural: Spellings): void {
  const no = (which: Spellings, reason: string): never => {
    const help = which === plural ? 'Say another plural: --plural=…' : 'Choose another name.';
    throw new Refusal(`No resource can be called ${which.kebab}: ${reason}.`, help);
  };
  if (name.kebab === plural.kebab) no(plural, 'one and many need different names');
  const reserved = whyNotAResource(name.snake);
  if (reserved !== null) no(name, reserved);
  const reservedPlural = whyNotAName(plural.snake) ?? whyNotAResource(plural.snake);
  if (reservedPlural !== null) no(plural, reservedPlural);

  if (tree.exists(recordPath(name.kebab))) {
    throw new Refusal(
      `There is a resource ${name.kebab} already.`,
      `Take it out first: npx nx g remove-resource ${name.kebab}`,
    );
  }
  const { folders, files } = ownPlaces(plural);
  for (const path of [...folders, ...files]) refuseToWriteOver(tree, path);

  const model = domainOf(tree, name.pascal);
  if (model !== null) no(name, `${DOMAINS}/${model.domain} has a model ${name.pascal}`);
  const apps = stringsOf(tree.read(SETTINGS, 'utf-8') ?? '', 'INSTALLED_APPS');
  const app = apps.find((candidate) => candidate.split('.').at(-1) === plural.snake);
  if (app !== undefined) no(plural, `Django has an app ${app}, and its tables are called so`);

  const router = tree.read(ROUTER, 'utf-8') ?? '';
  if (routePaths(router).some((path) => path.split('/')[1] === plural.kebab) || ADDRESSES.includes(plural.kebab)) {
    no(plural, `the address /${plural.kebab} is taken`);
  }
  const taken = topNames(router);
  const variable = routeNames(name, plural).find((candidate) => taken.has(candidate));
  if (variable !== undefined) no(name, `the router has a variable ${variable}`);
  const component = [name.pascal, plural.pascal].find((candidate) =>
    topNames(tree.read(`${UI}/index.ts`, 'utf-8') ?? '').has(candidate),
  );
  if (component !== undefined) no(name, `the web app has a component ${component}`);
  refuseDocumented(tree, name, plural, no);
}

/** Names of the OpenAPI document, where a second one would take the first one's place. */
function refuseDocumented(
  tree: Tree,
  name: Spellings,
  plural: Spellings,
  no: (which: Spellings, reason: string) => never,
): void {
  const document = JSON.parse(tree.read(DOCUMENT, 'utf-8') ?? '{}') as {
    paths?: Record<string, unknown>;
    components?: { schemas?: Record<string, unknown> };
  };
  const schemas = Object.keys(document.components?.schemas ?? {});
  const schema = ['', 'Create', 'Update', 'Page', 'Conflict'].find((suffix) => schemas.includes(name.pascal + suffix));
  if (schema !== undefined) no(name, `the API's document has a schema ${name.pascal}${schema}`);
  const path = Object.keys(document.paths ?? {}).find((candidate) => candidate.split('/')[2] === plural.kebab);
  if (path !== undefined) no(plural, `the API has an address ${path}`);
}
