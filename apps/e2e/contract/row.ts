import { test } from '@playwright/test';
import { skipReason, type Need } from './needs.ts';
import { ROWS, type RowId } from './rows.ts';

/** The annotation that tells the report which row a test belongs to. */
export const ROW_ANNOTATION = 'row';

export interface RowOptions {
  /** What the tests of this block need. Without it they are reported as not run, with the reason. */
  needs?: readonly Need[];
}

/**
 * Define tests of one row of the contract. A row may have several blocks, each with its own needs:
 *
 * ```ts
 * row('body-limit', { needs: ['probe', 'writing'] }, () => {
 *   test('answers 413 for one byte over the limit', async ({ send }) => { … });
 * });
 * ```
 *
 * `npx playwright test --grep @protocol` runs the rows of one section, `--grep @body-limit` one row.
 */
export function row(id: RowId, tests: () => void): void;
export function row(id: RowId, options: RowOptions, tests: () => void): void;
export function row(id: RowId, options: RowOptions | (() => void), tests: () => void = options as () => void): void {
  const { needs = [] } = typeof options === 'function' ? {} : options;
  const { section, text } = ROWS[id];
  const tag = [`@${section.toLowerCase().replaceAll(' ', '-')}`, `@${id}`];
  test.describe(text, { tag, annotation: { type: ROW_ANNOTATION, description: id } }, () => {
    const reason = skipReason(needs);
    // Only for a deployment that does not have what the row needs: the report lists it as not run, with the reason.
    test.skip(reason !== undefined, reason ?? '');
    tests();
  });
}
