import { countTests, type Counts } from './junit.ts';

interface Plan {
  tasks: { tasks: Record<string, { target: { project: string; target: string }; outputs?: string[] }> };
}

interface RunRecord {
  run: { startTime: string };
  tasks: { taskId: string; status: number; cacheStatus: string }[];
}

interface Row {
  task: string;
  mark: '✓' | '✗' | '–';
  /** What is added to the sum. */
  counts: Counts;
  /** What the line says: the numbers of the report, or why there are none. */
  note: string;
}

/** Targets that write a JUnit report even if they do not declare one as an output. */
const TEST_TARGETS = new Set(['test', 'e2e']);
const NONE: Counts = { passed: 0, failed: 0, skipped: 0 };

/**
 * Combines Nx's plan, its record of the run and the JUnit reports. Every planned task counts: a task that failed without
 * a failed test and a missing report count as one failure, a task that did not run counts as skipped.
 *
 * @param plan output of `nx … --graph=stdout`
 * @param record Nx's run.json, if there is one
 * @param since an older record is of another run
 * @param read returns the text of a report
 */
export function summarize(
  plan: string,
  record: string | undefined,
  since: Date,
  read: (path: string) => string | undefined,
): { lines: string[]; total: Counts } {
  const planned = JSON.parse(plan.slice(plan.indexOf('{'))) as Plan;
  const noted = record === undefined ? undefined : (JSON.parse(record) as RunRecord);
  const isCurrent = noted !== undefined && new Date(noted.run.startTime) >= since;
  const results = new Map(isCurrent ? noted.tasks.map((task) => [task.taskId, task]) : []);
  const rows = Object.entries(planned.tasks.tasks).map(([task, { target, outputs = [] }]): Row => {
    const result = results.get(task);
    if (result === undefined) return { task, mark: '–', counts: { ...NONE, skipped: 1 }, note: 'not run' };
    const path = `reports/${target.project}/${target.target}.xml`;
    const mustReport = TEST_TARGETS.has(target.target) || outputs.includes(path);
    const row = rowOf(task, result.status === 0, read(path), mustReport ? path : undefined);
    return result.cacheStatus.endsWith('-hit') ? { ...row, note: `${row.note} (cached)`.trim() } : row;
  });
  rows.sort((a, b) => a.task.localeCompare(b.task));
  const width = Math.max(...rows.map(({ task }) => task.length));
  return {
    lines: rows.map(({ mark, task, note }) => `${mark} ${task.padEnd(width)}  ${note}`.trimEnd()),
    total: sum(rows.map(({ counts }) => counts)),
  };
}

function rowOf(task: string, hasPassed: boolean, xml: string | undefined, requiredReport: string | undefined): Row {
  const failure = (note: string, counts = NONE): Row => ({ task, mark: '✗', counts: { ...counts, failed: 1 }, note });
  if (xml === undefined) {
    if (!hasPassed) return failure('failed');
    return requiredReport === undefined
      ? { task, mark: '✓', counts: NONE, note: '' }
      : failure(`${requiredReport} is missing`);
  }
  const counts = countTests(xml);
  if (counts === undefined) return failure('the report is incomplete');
  if (!hasPassed && counts.failed === 0) return failure(`${inWords(counts)}, but the task failed`, counts);
  return { task, mark: counts.failed === 0 ? '✓' : '✗', counts, note: inWords(counts) };
}

function sum(all: Counts[]): Counts {
  const add = (key: keyof Counts): number => all.reduce((total, counts) => total + counts[key], 0);
  return { passed: add('passed'), failed: add('failed'), skipped: add('skipped') };
}

/** The last line of `npm test`, which CI services read. */
export function inWords({ passed, failed, skipped }: Counts): string {
  return `${String(passed)} passed, ${String(failed)} failed, ${String(skipped)} skipped`;
}
