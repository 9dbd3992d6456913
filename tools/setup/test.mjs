// @ts-check
/**
 * `npm test`: every check of the workspace as one run of the graph, what failed, and one sum over all of them; with
 * `--affected` only what the commits since NX_BASE, or since the main branch, can have changed. With `--full` (`npm run
 * test:full`), in its place those that are too long for each change.
 */
import { command } from './command.mjs';
import { Trouble } from './host/trouble.mjs';
import { lastLine } from './host/run.mjs';
import { cacheFolder, nx, nxProgram } from './nx.mjs';
import { closingLine, failureLines, summarize, table } from './report/summary.mjs';
import { tasksOf } from './report/tasks.mjs';

const TARGETS = ['lint', 'typecheck', 'test', 'build', 'docker-build', 'docker-test', 'routing-dev', 'e2e'];
/** What a release waits for, and no change does; docs/graph.md says what each is. */
const LONG_TARGETS = ['fresh-clone', 'reproducible', 'postgres', 'bad-stacks', 'mutate', 'products', 'guides'];

await command('test', async (host) => {
  const isFull = process.argv.includes('--full');
  const projects = process.argv.includes('--affected') ? 'affected' : 'run-many';
  const run = [projects, '-t', ...(isFull ? LONG_TARGETS : TARGETS)];
  const plan = await host.run(process.execPath, [nxProgram(host), ...run, '--graph=stdout'], {
    env: { NX_DAEMON: 'false' },
  });
  if (plan.code !== 0)
    throw new Trouble(`Nx cannot read the workspace: ${lastLine(plan)}`, 'Run `npx nx show projects`.');

  // Only reports of this run count; Nx brings those of cached tasks back.
  host.remove('reports');
  const since = new Date();
  // The daemon may not have noticed yet that reports are gone, and would keep what is not there.
  const code = await nx(host, [...run, '--outputStyle=static'], { NX_DAEMON: 'false' });

  const record = host.read(`${cacheFolder(host)}/run.json`);
  const { rows, total } = summarize(tasksOf(plan.out, record, since), host.read);
  host.say(`\n${table(rows).join('\n')}\n`);
  for (const line of failureLines(rows)) host.say(line);
  // Nx may fail beside its tasks, e.g. when its own synchronisation check does.
  const failed = code !== 0 && total.failed === 0 ? 1 : total.failed;
  if (failed !== total.failed) host.say(`✗ nx itself ended with ${code}`);
  host.say(closingLine({ ...total, failed }));
  return failed === 0 ? 0 : 1;
});
