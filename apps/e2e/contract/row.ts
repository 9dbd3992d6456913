import { test } from '@playwright/test';
import { collectRow, isCollecting } from './collect.ts';
import { whyNot, type Need } from './needs.ts';
import { ROWS, type RowId } from './rows.ts';

/** The annotation by which the report knows a test's row. */
export const ROW_ANNOTATION = 'row';

export interface RowOptions {
  /** What the tests of this block need; without it they are reported as not run, with the reason. */
  needs?: readonly Need[];
}

/**
 * The tests of one row of the contract. A row may have several blocks, each with needs of its own:
 *
 * ```ts
 * row('body-limit', { needs: ['probe', 'writing'] }, () => {
 *   test('one byte over the limit answers 413', async ({ ask }) => { … });
 * });
 * ```
 *
 * `npx playwright test --grep @protocol` runs the rows of one section, `--grep @body-limit` one row.
 */
export function row(id: RowId, tests: () => void): void;
export function row(id: RowId, options: RowOptions, tests: () => void): void;
export function row(id: RowId, options: RowOptions | (() => void), tests: () => void = options as () => void): void {
  const { needs = [] } = typeof options === 'function' ? {} : options;
  if (isCollecting) return collectRow(id, tests);
  const { section, text } = ROWS[id];
  const tag = [`@${section.toLowerCase().replaceAll(' ', '-')}`, `@${id}`];
  test.describe(text, { tag, annotation: { type: ROW_ANNOTATION, description: id } }, () => {
    const reason = whyNot(needs);
    // Reported as not run, with what the deployment lacks.
    test.skip(reason !== undefined, reason ?? '');
    tests();
  });
}
