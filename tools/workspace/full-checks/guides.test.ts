import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort } from '../bench/free-port';
import { ComposeProject, Images } from '../checks/containers';
import { Registry } from '../checks/images/registry';
import { workspaceRoot } from '../checks/scratch';
import { readGuide, type Step } from './guides/guide';
import { Postgres } from './guides/postgres';
import { Products } from './guides/products';
import { Reader } from './guides/reader';

const FOLDER = 'docs/guides';
/** Begun first: whoever comes last has the machine alone, and the rest of it waits. */
const LONGEST = ['add-a-resource.md', 'what-to-delete.md', 'deploy.md', 'first-hour.md'];
const pages = readdirSync(join(workspaceRoot, FOLDER))
  .filter((name) => name.endsWith('.md') && name !== 'README.md')
  .toSorted((one, other) => Number(LONGEST.includes(other)) - Number(LONGEST.includes(one)));
/** Begins with nothing, where the others begin with a product. */
const FIRST = 'first-hour.md';
/** What a page shows and another check executes, by the command. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  'npm test': 'tools/workspace/checks/product.test.ts',
};

const guide = (root: string, page: string) => readGuide(readFileSync(join(root, FOLDER, page), 'utf8'));

describe('a guide', () => {
  it('is what its blocks say', () => {
    const page =
      'Text.\n\n```sh\nnpm start\n```\n\n```text\nlook\n```\n\n```diff\n+a\n```\n\n```sh long\nnpm test\n```\n';
    expect(readGuide(page)).toEqual([
      { kind: 'commands', text: 'npm start', line: 3 },
      { kind: 'patch', text: '+a', line: 11 },
      { kind: 'elsewhere', text: 'npm test', line: 15 },
    ]);
  });

  it.each(['```sh backgrund\nnpm run dev\n```', '```bash\nnpm run dev\n```', '- a\n\n  ```sh\n  npm start\n  ```'])(
    'has no block that looks executed and is not: %j',
    (page) => {
      expect(() => readGuide(page)).toThrow('Line 1');
    },
  );

  it.each(pages)('leaves out only what another check executes: %s', (page) => {
    const left = guide(workspaceRoot, page).filter(({ kind }) => kind === 'elsewhere');
    const commands = left.flatMap(({ text }) => text.split('\n').map((line) => line.replace(/\s+#.*/, '')));
    expect(commands.filter((command) => !(command in ELSEWHERE))).toEqual([]);
  });
});

describe.concurrent('somebody who follows a guide', () => {
  let products: Products;
  let registry: Registry;
  let postgres: Postgres | undefined;
  let images: Images;

  beforeAll(async () => {
    products = new Products();
    registry = new Registry();
    await registry.start();
    const beforeItHasAName = ['web', 'api'].map((name) => `tandem/${name}:${ComposeProject.names}`);
    images = new Images(['ox-cart/', 'acme-images/', `${registry.address}/`, ...beforeItHasAName]);
  });

  afterAll(async () => {
    products[Symbol.dispose]();
    images[Symbol.dispose]();
    await registry[Symbol.asyncDispose]();
    postgres?.[Symbol.dispose]();
  });

  /** Somebody at a terminal of their own, where what a page leaves to its reader is chosen. */
  async function readerIn(root: string, project: ComposeProject, steps: readonly Step[]): Promise<Reader> {
    const tag = project.name;
    const choosesItself = steps.some(({ text }) => text.includes('_TAG='));
    const own = [8080, 5173, 8000, 8443, 5174, 8001];
    const ports = Object.fromEntries(await Promise.all(own.map(async (port) => [port, await freePort()] as const)));
    const env = {
      ...products.env,
      REGISTRY: `${registry.address}/team`,
      TLS_PORT: String(ports[8443]),
      COMPOSE_PROJECT_NAME: project.name,
      ...(choosesItself ? {} : { TAG: tag, TANDEM_TAG: tag, OX_CART_TAG: tag }),
      TANDEM_PORT: String(ports[8080]),
      OX_CART_PORT: String(ports[8080]),
      OX_CART_DEV_PORT: String(ports[5173]),
      OX_CART_API_PORT: String(ports[8000]),
      OX_CART_BACKOFFICE_PORT: String(ports[5174]),
    };
    return new Reader(root, env, ports);
  }

  it.each(pages)('arrives at what works: %s', async (page) => {
    const root = page === FIRST ? products.nothing() : products.begun();
    const steps = page === FIRST ? guide(workspaceRoot, page) : guide(root, page);
    using project = new ComposeProject();
    await using reader = await readerIn(root, project, steps);
    // For those alone who are told of one.
    if (steps.some(({ text }) => text.includes('127.0.0.1:5432'))) {
      postgres ??= new Postgres();
      reader.ports[5432] = postgres.port;
    }
    for (const step of steps) {
      await reader.follow(step);
      // The first thing that somebody does who has nothing is to make a clone.
      if (page === FIRST && reader.root === root) reader.root = join(root, readdirSync(root).join());
    }
    await check(reader);
  });

  it('stops where a command fails, and where a change does not fit', async ({ expect }) => {
    using project = new ComposeProject();
    await using reader = await readerIn(products.nothing(), project, []);
    const step = (kind: Step['kind'], text: string): Step => ({ kind, text, line: 7 });
    await expect(reader.follow(step('commands', 'false\ntrue'))).rejects.toThrow('Line 7');
    await expect(reader.follow(step('patch', '--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n+b'))).rejects.toThrow('Line 7');
    await expect(reader.follow(step('background', '# http://localhost:8000/\necho gone'))).rejects.toThrow(
      'does not answer',
    );
  });
});

/**
 * Runs lint, types and tests of the projects in which the guide has changed a file since the product's first commit.
 *
 * @throws Error with everything that was said when one fails
 */
async function check(reader: Reader): Promise<void> {
  const { root } = reader;
  const git = (...args: string[]) => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).split('\n');
  const [first = ''] = git('rev-list', '--max-parents=0', 'HEAD');
  git('add', '--all');
  const changed = git('diff', '--cached', '--name-only', first);
  // A project is named after its folder.
  const folders = changed.map((path) => /^(?:apps|docker|libs|tools)\/[^/]+(?=\/)/.exec(path)?.[0] ?? '');
  const isProject = (folder: string) =>
    ['package.json', 'project.json'].some((name) => existsSync(join(root, folder, name)));
  const projects = [...new Set(folders)]
    .filter((folder) => folder !== '' && isProject(folder))
    .map((folder) => basename(folder));
  // Without a name, Nx would run all.
  if (projects.length === 0) return;
  const nx = `npx nx run-many -t lint typecheck test -p ${projects.join()} --outputStyle=static`;
  await reader.follow({ kind: 'commands', text: nx, line: 0 });
}
