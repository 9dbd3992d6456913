import { join } from 'node:path';
import { formatFiles, generateFiles, OverwriteStrategy, type Tree } from '@nx/devkit';
import { addBefore, addElements, addLink, routePaths, topNames } from '../edits/typescript';
import { readName } from '../names/read-name';
import { whyNotAResource } from '../names/reserved';
import { spell } from '../names/spellings';
import { HEADER, PAGES, ROUTER, WEB } from '../places';
import { Refusal, refuseToWriteOver } from '../refusal';
import { ADDRESSES } from '../resource/collisions';

export interface PageOptions {
  /** `about-us` */
  name: string;
  title?: string;
  signedIn?: boolean;
  nav?: boolean;
}

/** Makes a page of the web app, with its route and its test. */
export default async function page(tree: Tree, options: PageOptions): Promise<void> {
  const name = spell(readName('a page', options.name));
  const title = readTitle(options.title ?? name.title);
  const folder = `${WEB}/features/${name.kebab}`;
  const router = tree.read(ROUTER, 'utf-8') ?? '';
  refuse(tree, name.snake, name.camel, name.kebab, folder, router);

  const { signedIn = false, nav = false } = options;
  generateFiles(
    tree,
    join(import.meta.dirname, 'files'),
    folder,
    { ...name, heading: title, signedIn },
    {
      overwriteStrategy: OverwriteStrategy.ThrowIfExisting,
    },
  );
  const route = `const ${name.camel} = createRoute({
    getParentRoute: () => ${signedIn ? 'signedIn' : 'root'},
    path: '/${name.kebab}',
    component: lazyRouteComponent(
      whenOnline(() => import('../features/${name.kebab}/routes/${name.kebab}-page')),
      '${name.pascal}Page',
    ),
  });`;
  const withRoute = addBefore(router, 'routeTree', route);
  tree.write(ROUTER, addElements(withRoute, signedIn ? 'signedIn.addChildren' : 'root.addChildren', [name.camel]));
  if (nav) {
    const link = `<Link to="/${name.kebab}" className={NAV_LINK}>\n${title}\n</Link>`;
    tree.write(HEADER, addLink(tree.read(HEADER, 'utf-8') ?? '', link, '/system'));
  }
  const shown = `{ name: '${name.kebab}', signedIn: ${String(signedIn)}, open: (page) => opened(page, '/${name.kebab}', '${title}') }`;
  tree.write(PAGES, addElements(tree.read(PAGES, 'utf-8') ?? '', 'PAGES', [shown]));
  await formatFiles(tree);
}

/** A heading that stands in JSX and in a string as it is. */
function readTitle(written: string): string {
  const title = written.trim();
  if (title === '' || title.length > 60 || /['"`<>{}&\\\n]/.test(title)) {
    throw new Refusal('The title is one line of at most 60 characters, without quotation marks and brackets.');
  }
  return title;
}

function refuse(tree: Tree, snake: string, camel: string, kebab: string, folder: string, router: string): void {
  const reason = whyNotAResource(snake);
  if (reason !== null) throw new Refusal(`No page can be called ${kebab}: ${reason}.`, 'Choose another name.');
  if (routePaths(router).some((path) => path.split('/')[1] === kebab) || ADDRESSES.includes(kebab)) {
    throw new Refusal(`The address /${kebab} is taken.`);
  }
  if (topNames(router).has(camel)) throw new Refusal(`The router has a variable ${camel} already.`);
  refuseToWriteOver(tree, folder);
}
