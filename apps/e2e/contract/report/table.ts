import type { RowResult, Verdict } from './results.ts';

const SIGNS: Record<Verdict, string> = { passed: '✔', failed: '✘', 'not run': '–' };
const COLOURS: Record<Verdict, string> = { passed: '32', failed: '31', 'not run': '33' };
const TEXT_WIDTH = 96;

/** The number of rows per verdict, in one line. */
export function summary(rows: readonly RowResult[]): string {
  const count = (verdict: Verdict) => rows.filter((row) => row.verdict === verdict).length;
  return `Proxy contract: ${count('passed')} rows passed, ${count('failed')} failed, ${count('not run')} not run`;
}

/**
 * Render the rows as a table for the terminal, with the reasons of tests that were not run.
 *
 * @param colour use ANSI colours
 */
export function table(rows: readonly RowResult[], colour: boolean): string {
  const lines: string[] = [];
  let section = '';
  for (const row of rows) {
    if (row.section !== section) lines.push('', row.section);
    section = row.section;
    lines.push(...rowLines(row, colour));
  }
  return lines.join('\n');
}

function rowLines(row: RowResult, colour: boolean): string[] {
  const sign = colour ? `\x1b[${COLOURS[row.verdict]}m${SIGNS[row.verdict]}\x1b[0m` : SIGNS[row.verdict];
  const run = row.tests.filter(({ verdict }) => verdict !== 'not run').length;
  const text = row.text.length > TEXT_WIDTH ? `${row.text.slice(0, TEXT_WIDTH - 1)}…` : row.text;
  const lines = [`  ${sign} ${text.padEnd(TEXT_WIDTH)} ${`${run}/${row.tests.length}`.padStart(7)}  ${row.id}`];
  for (const test of row.tests) if (test.verdict === 'failed') lines.push(`      ✘ ${test.title}`);
  for (const reason of reasons(row)) lines.push(`      ${reason}`);
  return lines;
}

/** The distinct reasons why tests of a row were not run. */
function reasons(row: RowResult): string[] {
  const skipped = row.tests.filter(({ verdict }) => verdict === 'not run');
  return [...new Set(skipped.map(({ reason }) => reason ?? ''))].map((reason) => {
    const count = skipped.filter((test) => test.reason === reason).length;
    return `– ${count} not run: ${reason}`;
  });
}
