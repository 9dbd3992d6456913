// @ts-check

/**
 * @typedef {object} Task
 * @property {string} project
 * @property {string} target
 * @property {'passed' | 'failed' | 'not run'} state
 * @property {boolean} cached
 * @property {string} report where its JUnit report is, if it writes one
 * @property {boolean} mustReport
 */

/** Targets that are tests by their name, whatever they declare. */
const TESTS = new Set(['test', 'e2e']);

/**
 * Joins what Nx planned with what it noted of the run: of a task that was not run, because one before it failed, the notes
 * say nothing.
 *
 * @param {string} plan what `nx … --graph=stdout` prints
 * @param {string | undefined} record Nx's `run.json`
 * @param {Date} since the record of an earlier run is none
 * @returns {Task[]}
 */
export function tasksOf(plan, record, since) {
  /** @type {{tasks: {tasks: Record<string, {target: {project: string, target: string}, outputs?: string[]}>}}} */
  const planned = JSON.parse(plan.slice(plan.indexOf('{')));
  /** @type {{run: {startTime: string}, tasks: {taskId: string, status: number, cacheStatus: string}[]}} */
  const noted = record === undefined ? { run: { startTime: '' }, tasks: [] } : JSON.parse(record);
  const isOurs = new Date(noted.run.startTime) >= since;
  const results = new Map(isOurs ? noted.tasks.map((task) => [task.taskId, task]) : []);
  return Object.entries(planned.tasks.tasks).map(
    ([
      id,
      {
        target: { project, target },
        outputs = [],
      },
    ]) => {
      const result = results.get(id);
      const report = `reports/${project}/${target}.xml`;
      return {
        project,
        target,
        report,
        state: result === undefined ? 'not run' : result.status === 0 ? 'passed' : 'failed',
        cached: result?.cacheStatus.endsWith('-hit') ?? false,
        mustReport: TESTS.has(target) || outputs.includes(report),
      };
    },
  );
}
