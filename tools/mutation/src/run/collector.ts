/**
 * Replaces `@playwright/test` for the modules of apps/e2e: tests are collected as plain functions. Inside Playwright every
 * `expect` is a recorded step, which takes most of the time of a run with thousands of tests.
 */
export * from '@playwright/test';

type Fixtures = Record<string, unknown>;
type Use = (value: unknown) => Promise<void>;
type Fixture = (fixtures: Fixtures, use: Use) => Promise<void>;
type Hook = (fixtures: Fixtures) => Promise<void> | void;

interface Block {
  before: Hook[];
  after: Hook[];
  isSkipped: boolean;
}

/** One test of a spec file. */
export interface Check {
  /** File and title. */
  name: string;
  file: string;
  /** Run the test once, with its hooks. Rejects when it fails. */
  run: (given: Fixtures) => Promise<void>;
}

/** Fixtures that the caller of a check provides. */
const given = ['stack', 'origin'];

const checks: Check[] = [];
let file = '';
/** The describe blocks around the test, outermost first. */
let blocks: Block[] = [];

/** Import a spec file and return its checks. Tests that need a browser are left out. */
export async function collect(path: string, name: string): Promise<Check[]> {
  checks.length = 0;
  file = name;
  await import(path);
  return [...checks];
}

function createTest(definitions: Fixtures) {
  const add = (title: string, ...rest: unknown[]) => {
    const body = rest.at(-1) as Hook;
    const before = blocks.flatMap((block) => block.before);
    const after = blocks.flatMap((block) => block.after).reverse();
    const names = [...before, body, ...after].flatMap(fixturesOf);
    if (blocks.some(({ isSkipped }) => isSkipped) || !names.every((name) => isAvailable(name, definitions))) return;
    const run = (fixtures: Fixtures) =>
      provide(names, definitions, { ...fixtures }, async (all) => {
        try {
          for (const hook of [...before, body]) await hook(all);
        } finally {
          for (const hook of after) await hook(all);
        }
      });
    checks.push({ name: `${file}: ${title}`, file, run });
  };
  const noop = () => undefined;
  return Object.assign(add, {
    describe: Object.assign(describe, { configure: noop }),
    beforeAll: (hook: Hook) => void blocks.at(-1)?.before.push(hook),
    afterAll: (hook: Hook) => void blocks.at(-1)?.after.push(hook),
    setTimeout: noop,
    skip,
    use: noop,
    extend: (more: Fixtures) => createTest({ ...definitions, ...more }),
  });
}

export const test = createTest({}) as unknown;

function describe(...args: unknown[]): void {
  blocks = [...blocks, { before: [], after: [], isSkipped: false }];
  (args.at(-1) as () => void)();
  blocks = blocks.slice(0, -1);
}

function skip(condition: unknown): void {
  const block = blocks.at(-1);
  if (block && condition) block.isSkipped = true;
}

/** Like Playwright, read the fixtures' names from the first parameter. */
function fixturesOf(body: (fixtures: Fixtures, use: Use) => unknown): string[] {
  const pattern = /^[^(]*\(\s*\{([^}]*)\}/.exec(body.toString())?.[1] ?? '';
  const names = pattern.split(',').map((name) => name.split(':')[0]?.trim() ?? '');
  return names.filter(Boolean);
}

function definitionOf(name: string, definitions: Fixtures): Fixture | undefined {
  const definition = definitions[name];
  const fixture: unknown = Array.isArray(definition) ? definition[0] : definition;
  return typeof fixture === 'function' ? (fixture as Fixture) : undefined;
}

/** A fixture that extends one of Playwright's own, such as `context`, depends on its own name. */
function isAvailable(name: string, definitions: Fixtures): boolean {
  if (given.includes(name)) return true;
  const fixture = definitionOf(name, definitions);
  return (
    fixture !== undefined && fixturesOf(fixture).every((other) => other !== name && isAvailable(other, definitions))
  );
}

async function provide(
  names: readonly string[],
  definitions: Fixtures,
  values: Fixtures,
  then: (values: Fixtures) => Promise<void>,
): Promise<void> {
  const [name, ...rest] = names;
  if (name === undefined) return then(values);
  const fixture = name in values ? undefined : definitionOf(name, definitions);
  if (!fixture) return provide(rest, definitions, values, then);
  await provide(fixturesOf(fixture), definitions, values, (all) =>
    fixture(all, async (value) => provide(rest, definitions, { ...all, [name]: value }, then)),
  );
}
