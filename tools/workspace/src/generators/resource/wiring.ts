import type { Tree } from '@nx/devkit';
import { addBefore, addLine, removeLine } from '../edits/lines.ts';
import type { Spellings } from '../names/spellings.ts';
import { API_ROUTES, HEADER, HOME, PAGES, PYPROJECT, ROUTER, SETTINGS } from '../places.ts';
import { Refusal } from '../refusal.ts';

/** A resource and the domains that it refers to. */
export interface Wired {
  name: Spellings;
  plural: Spellings;
  refersTo: readonly string[];
}

/** An edit of a file outside the resource's own folders, and how to revert it. */
interface Wire {
  path: string;
  add: (text: string) => string;
  remove: (text: string) => string;
}

const line = (path: string, text: string, siblings: RegExp): Wire => ({
  path,
  add: (file) => addLine(file, text, siblings),
  remove: (file) => removeLine(file, text),
});

function wiresOf({ name, plural, refersTo }: Wired): Wire[] {
  const { snake, kebab, constant, pascal } = plural;
  const feature = `'../features/${kebab}/search-params'`;
  const home = 'export const HOME = ';
  const link = new RegExp(`\\n *<Link to="/${kebab}" className=\\{NAV_LINK\\}>[^]*?</Link>`);
  return [
    line(SETTINGS, `    "app.${snake}",`, /^ {4}"app\.\w+",$/),
    line(API_ROUTES, `from app.${snake}.api import router as ${snake}`, /^from app\.\w+\.api import/),
    line(API_ROUTES, `api.add_router("/${kebab}", ${snake})`, /^api\.add_router\(/),
    ...refersTo.map((target) => line(PYPROJECT, `  "app.${snake}.** -> app.${target}.**",`, /^ {2}"app\.\S+ -> app\./)),
    line(ROUTER, `import { read${pascal}Search } from ${feature};`, / from '\.\.\/features\//),
    ...routesOf(name, plural).map(({ variable, statement }) => ({
      path: ROUTER,
      add: (text: string) =>
        addBefore(text, statement, /^const routeTree = /).replace(
          /(?<=signedIn\.addChildren\(\[)([^\]]*?),?(?=\s*\])/,
          (_, routes: string) => (routes.trim() === '' ? variable : `${routes}, ${variable}`),
        ),
      remove: (text: string) =>
        text
          .replace(new RegExp(`^const ${variable} = createRoute\\(\\{\\n[^]*?^\\}\\);\\n\\n`, 'm'), '')
          .replace(/signedIn\.addChildren\(\[[^\]]*\]/, (call) =>
            call.replace(new RegExp(`(?<=[[,\\s])${variable}(?:,\\s*|\\s*(?=\\]))`), ''),
          ),
    })),
    {
      // The page after sign-in is the first resource.
      path: HOME,
      add: (text) => text.replace(`${home}'/system'`, `${home}'/${kebab}'`),
      remove: (text) => text.replace(`${home}'/${kebab}'`, `${home}'/system'`),
    },
    {
      path: HEADER,
      add: (text) =>
        addBefore(text, `<Link to="/${kebab}" className={NAV_LINK}>\n${plural.title}\n</Link>`, /^ *\{user === null/),
      remove: (text) => text.replace(link, ''),
    },
    line(PAGES, `import { ${constant}_PAGES } from './${kebab}.ts';`, /^import /),
    {
      path: PAGES,
      add: (text) => addBefore(text, `  ...${constant}_PAGES,`, /^\];$/),
      remove: (text) => removeLine(text, `  ...${constant}_PAGES,`),
    },
  ];
}

/** The routes of a resource. All of them require sign-in. */
function routesOf({ camel, kebab, pascal }: Spellings, plural: Spellings) {
  const route = (variable: string, path: string, file: string, component: string, search = '') => ({
    variable,
    statement: `const ${variable} = createRoute({
      getParentRoute: () => signedIn,
      path: '/${plural.kebab}${path}',${search}
      component: lazyPage(() => import('../features/${plural.kebab}/routes/${file}'), '${component}'),
    });\n`,
  });
  const search = `\nvalidateSearch: read${plural.pascal}Search,`;
  return [
    route(plural.camel, '', `${plural.kebab}-page`, `${plural.pascal}Page`, search),
    route(camel, `/$${camel}Id`, `${kebab}-page`, `${pascal}Page`),
  ];
}

/** Names that the router gets, to refuse those that are in use. */
export function routerNames(name: Spellings, plural: Spellings): string[] {
  return [...routesOf(name, plural).map(({ variable }) => variable), `read${plural.pascal}Search`];
}

/** Registers a resource in Django, the router, the navigation and the end-to-end tests. */
export function wire(tree: Tree, resource: Wired): void {
  for (const { path, add } of wiresOf(resource)) {
    try {
      tree.write(path, add(tree.read(path, 'utf-8') ?? ''));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new Refusal(
        `${path} cannot be edited: ${reason}. Adapt tools/workspace/src/generators/resource/wiring.ts.`,
      );
    }
  }
}

/** Reverts `wire`. Parts that are no longer there are skipped. */
export function unwire(tree: Tree, resource: Wired): void {
  for (const { path, remove } of wiresOf(resource)) tree.write(path, remove(tree.read(path, 'utf-8') ?? ''));
}
