import type { Tree } from '@nx/devkit';
import * as python from '../edits/python.ts';
import * as toml from '../edits/toml.ts';
import * as typescript from '../edits/typescript.ts';
import type { Spellings } from '../names/spellings.ts';
import { API_ROUTES, HEADER, PAGES, PYPROJECT, ROUTER, SETTINGS } from '../places.ts';
import { Refusal } from '../refusal.ts';

/** What a resource is called, and what it refers to: all that its wiring says. */
export interface Wired {
  name: Spellings;
  plural: Spellings;
  /** The domains that its own refers to. */
  refersTo: readonly string[];
}

/** One edit of a file that is there already, and how it is taken back. */
interface Wire {
  path: string;
  /** What the edit does, for whoever has to do it by hand. */
  what: string;
  add: (text: string) => string;
  /** Null when there is nothing to take back. */
  remove: (text: string) => string | null;
}

const CONTRACTS = 'tool.importlinter.contracts';
const INDEPENDENCE = 'Domains know nothing of each other, and common nothing of any';

/** Every place outside of its own folders that names a resource. */
function wiresOf({ name, plural, refersTo }: Wired): Wire[] {
  const domain = `app.${plural.snake}`;
  const route = `api.add_router("/${plural.kebab}", ${plural.snake})`;
  const imported = `from ${domain}.api import router as ${plural.snake}`;
  const routes = routesOf(name, plural);
  const reader = `../features/${plural.kebab}/search-params`;
  const pages = `...${plural.constant}_PAGES`;
  return [
    {
      path: SETTINGS,
      what: `"${domain}" in INSTALLED_APPS`,
      add: (text) => python.addString(text, 'INSTALLED_APPS', domain),
      remove: (text) => python.removeString(text, 'INSTALLED_APPS', domain),
    },
    {
      path: API_ROUTES,
      what: route,
      add: (text) => python.addAfter(python.addImport(text, imported), 'api.add_router(', route),
      remove: (text) => {
        const without = python.removeStatement(text, route);
        return without === null ? null : python.removeStatement(without, imported);
      },
    },
    ...refersTo.map((target) => {
      const edge = `${domain}.** -> app.${target}.**`;
      return {
        path: PYPROJECT,
        what: `"${edge}" in the import contract "${INDEPENDENCE}"`,
        add: (text: string) => toml.addToArray(text, CONTRACTS, INDEPENDENCE, 'ignore_imports', edge),
        remove: (text: string) => toml.removeFromArray(text, CONTRACTS, INDEPENDENCE, 'ignore_imports', edge),
      };
    }),
    {
      path: ROUTER,
      what: `the routes ${routes.map(({ variable }) => variable).join(', ')}`,
      add: (text) => {
        const statements = routes.map(({ statement }) => statement).join('\n\n');
        const withRoutes = typescript.addBefore(text, 'routeTree', statements);
        const names = routes.map(({ variable }) => variable);
        const inTree = typescript.addElements(withRoutes, 'signedIn.addChildren', names);
        return typescript.addImport(inTree, `import { read${plural.pascal}Search } from '${reader}';`);
      },
      remove: (text) => {
        const names = routes.map(({ variable }) => variable);
        let edited: string | null = typescript.removeElements(text, 'signedIn.addChildren', names);
        for (const variable of names) edited = edited === null ? null : typescript.removeVariable(edited, variable);
        return edited === null ? null : typescript.removeImport(edited, reader);
      },
    },
    {
      path: HEADER,
      what: `a link to /${plural.kebab}`,
      add: (text) =>
        typescript.addLink(
          text,
          `<Link to="/${plural.kebab}" className={NAV_LINK}>\n${plural.title}\n</Link>`,
          '/system',
        ),
      remove: (text) => typescript.removeLink(text, `/${plural.kebab}`),
    },
    {
      path: PAGES,
      what: `${pages} in PAGES`,
      add: (text) =>
        typescript.addImport(
          typescript.addElements(text, 'PAGES', [pages]),
          `import { ${plural.constant}_PAGES } from './${plural.kebab}';`,
        ),
      remove: (text) => typescript.removeImport(typescript.removeElements(text, 'PAGES', [pages]), `./${plural.kebab}`),
    },
  ];
}

/** The routes of a resource; what a person has to be signed in for. */
function routesOf(name: Spellings, plural: Spellings) {
  const feature = `../features/${plural.kebab}/routes`;
  const route = (variable: string, path: string, file: string, component: string, search = '') => ({
    variable,
    statement: `const ${variable} = createRoute({
      getParentRoute: () => signedIn,
      path: '${path}',${search === '' ? '' : `\n      validateSearch: ${search},`}
      component: lazyRouteComponent(
        whenOnline(() => import('${feature}/${file}')),
        '${component}',
      ),
    });`,
  });
  const base = `/${plural.kebab}`;
  const one = `${base}/$${name.camel}Id`;
  const { kebab, camel, pascal } = name;
  return [
    route(plural.camel, base, `${plural.kebab}-page`, `${plural.pascal}Page`, `read${plural.pascal}Search`),
    route(`new${pascal}`, `${base}/new`, `new-${kebab}-page`, `New${pascal}Page`),
    route(camel, one, `${kebab}-page`, `${pascal}Page`),
    route(`edit${pascal}`, `${one}/edit`, `edit-${kebab}-page`, `Edit${pascal}Page`),
  ];
}

/** The variables that the router gets, to see beforehand that they are free. */
export function routeNames(name: Spellings, plural: Spellings): string[] {
  return [...routesOf(name, plural).map(({ variable }) => variable), `read${plural.pascal}Search`];
}

/** Makes a resource known wherever the workspace lists what there is. @throws Refusal when a place is not as expected */
export function wire(tree: Tree, resource: Wired): void {
  for (const { path, what, add } of wiresOf(resource)) {
    try {
      tree.write(path, add(tree.read(path, 'utf-8') ?? ''));
    } catch (error) {
      throw new Refusal(
        `${path} is not as the generator knows it: ${error instanceof Error ? error.message : String(error)}.`,
        `It would have put in ${what}. Nothing was changed.`,
      );
    }
  }
}

/** Takes a resource out of those places. @returns what was not found there, in words */
export function unwire(tree: Tree, resource: Wired): string[] {
  const missing: string[] = [];
  for (const { path, what, remove } of wiresOf(resource)) {
    const edited = takeBack(remove, tree.read(path, 'utf-8') ?? '');
    if (edited === null) missing.push(`${path}: ${what}`);
    else tree.write(path, edited);
  }
  return missing;
}

function takeBack(remove: Wire['remove'], text: string): string | null {
  try {
    return remove(text);
  } catch {
    return null;
  }
}
