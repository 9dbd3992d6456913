// @ts-check
import { stripVTControlCharacters } from 'node:util';
import { readReport, sum } from './junit.mjs';

/** @import { Counts, Failure } from './junit.mjs' */
/** @import { Task } from './tasks.mjs' */

/**
 * @typedef {object} Row
 * @property {Task} task
 * @property {Counts} counts
 * @property {Failure[]} failures the tests that failed
 * @property {string} note what went wrong beside the tests; empty if nothing
 */

/** So much of what a runner says of a failed test leaves room on a screen for the others. */
const MOST_LINES = 15;

const NONE = { passed: 0, failed: 0, skipped: 0 };

/**
 * Sums up a run. A task that failed without a failed test counts as one failure, a task that was not run as one skipped, and
 * a missing report is a failure: nothing that was to be checked may vanish from the sum.
 *
 * @param {Task[]} tasks
 * @param {(path: string) => string | undefined} read
 * @returns {{rows: Row[], total: Counts}}
 */
export function summarize(tasks, read) {
  const rows = tasks.map((task) => rowOf(task, read(task.report)));
  return { rows, total: sum(rows.map(({ counts }) => counts)) };
}

/**
 * @param {Task} task
 * @param {string | undefined} xml
 * @returns {Row}
 */
function rowOf(task, xml) {
  if (task.state === 'not run')
    return { task, counts: { ...NONE, skipped: 1 }, failures: [], note: 'not run: something before it failed' };
  if (xml === undefined) {
    const isLost = task.mustReport && task.state === 'passed';
    const note = isLost ? `${task.report} is missing` : task.state === 'failed' ? 'failed' : '';
    return { task, counts: { ...NONE, failed: note === '' ? 0 : 1 }, failures: [], note };
  }
  try {
    const { counts, failures } = readReport(xml);
    const failedBeside = task.state === 'failed' && counts.failed === 0;
    return failedBeside
      ? { task, counts: { ...counts, failed: 1 }, failures, note: 'failed outside its tests' }
      : { task, counts, failures, note: '' };
  } catch {
    return { task, counts: { ...NONE, failed: 1 }, failures: [], note: `${task.report} is not whole` };
  }
}

/**
 * @param {Row[]} rows
 * @returns {string[]} one line a task that counted something or was only to pass
 */
export function table(rows) {
  const cells = rows.map(({ task, counts, note }) => [
    task.state === 'passed' && note === '' ? '✓' : task.state === 'not run' ? '–' : '✗',
    task.project,
    task.target,
    ...(counts.passed + counts.failed + counts.skipped === 0
      ? ['', '', '']
      : [
          `${counts.passed} passed`,
          counts.failed ? `${counts.failed} failed` : '',
          counts.skipped ? `${counts.skipped} skipped` : '',
        ]),
    note || (task.cached ? 'from cache' : ''),
  ]);
  cells.sort((a, b) => `${a[1]} ${a[2]}`.localeCompare(`${b[1]} ${b[2]}`));
  const widths = (cells[0] ?? []).map((_, i) => Math.max(...cells.map((row) => row[i]?.length ?? 0)));
  return cells.map((row) =>
    row
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

/**
 * What failed, at the end of the run, where somebody looks: the output of its task may be thousands of lines above.
 *
 * @param {Row[]} rows
 * @returns {string[]} each failed test and the beginning of what its runner says of it
 */
export function failureLines(rows) {
  return rows.flatMap(({ task, failures }) =>
    failures.flatMap(({ name, text }) => {
      const lines = stripVTControlCharacters(text)
        .split('\n')
        .filter((line) => line.trim() !== '');
      const more = lines.length > MOST_LINES ? [`… ${lines.length - MOST_LINES} more lines: ${task.report}`] : [];
      const shown = [...lines.slice(0, MOST_LINES), ...more].map((line) => `    ${line}`);
      return [`✗ ${task.project}:${task.target}  ${name}`, ...shown, ''];
    }),
  );
}

/** @param {Counts} counts */
export function closingLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}
