import type { test as playwrightTest } from '@playwright/test';
import type { RowId } from './rows.ts';

/** One test of the contract as a plain function, for the mutation run, which calls the same tests many times. */
export interface Check {
  row: RowId;
  title: string;
  /** The fixtures that its body asks for, e.g. `ask`, `probe`. */
  fixtures: string[];
  body: Body;
  /** What must have happened before the body runs, outermost first, and what undoes it afterwards. */
  before: Hook[];
  after: Hook[];
}

type Body = (fixtures: never, info: never) => Promise<void> | void;
type Hook = (fixtures: never) => Promise<void> | void;

/**
 * Set by the mutation run alone: spec files are then imported for their checks, and Playwright hears of none.
 * https://playwright.dev/docs/api/class-test
 */
export const isCollecting = Boolean(process.env.CONTRACT_COLLECT);

const checks: Check[] = [];
let current: RowId | undefined;
/** The blocks around what is being read, outermost first. */
let blocks: { before: Hook[]; after: Hook[] }[] = [];

/** Every check of the spec files that were imported so far, in their order. */
export function collected(): readonly Check[] {
  return checks;
}

/** What `row` does while checks are collected. */
export function collectRow(id: RowId, tests: () => void): void {
  current = id;
  block(tests);
  current = undefined;
}

function block(tests: () => void): void {
  blocks = [...blocks, { before: [], after: [] }];
  tests();
  blocks = blocks.slice(0, -1);
}

/** The names in the first parameter's pattern, as Playwright reads them. */
function fixturesOf(body: Body): string[] {
  const pattern = /^[^(]*\(\s*\{([^}]*)\}/.exec(body.toString())?.[1] ?? '';
  return pattern
    .split(',')
    .map((name) => name.split(':')[0]?.trim() ?? '')
    .filter(Boolean);
}

function collect(title: string, ...rest: unknown[]): void {
  if (!current) return;
  const body = rest.at(-1) as Body;
  const [before, after] = [blocks.flatMap((each) => each.before), blocks.flatMap((each) => each.after).reverse()];
  checks.push({ row: current, title, fixtures: fixturesOf(body), body, before, after });
}

function describe(...titleAndMore: unknown[]): void {
  block(titleAndMore.at(-1) as () => void);
}

const nothing = () => undefined;

/**
 * Stands in for Playwright's `test` while checks are collected. Spec files of the contract use no more of it than this,
 * and hooks stand before the tests of their block.
 */
export const collector: typeof playwrightTest = Object.assign(collect, {
  describe: Object.assign(describe, { configure: nothing }),
  beforeAll: (hook: Hook) => void blocks.at(-1)?.before.push(hook),
  afterAll: (hook: Hook) => void blocks.at(-1)?.after.push(hook),
  setTimeout: nothing,
  extend: () => collector,
}) as unknown as typeof playwrightTest;
