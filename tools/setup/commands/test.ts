import { globSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { inWords, summarize } from '../report/summary.ts';
import { read, root, run, runOnTerminal, UserError } from '../shell.ts';

const TARGETS = ['lint', 'typecheck', 'test', 'build', 'docker-build', 'docker-test', 'e2e'];
/** Checks that are too slow for each change; a release runs them. */
const FULL_TARGETS = [
  ...['postgres', 'bad-stacks', 'schemathesis', 'mutate', 'products', 'bare-container', 'bench-quick', 'checkov'],
];
/** The stack as it runs in production: TLS, faults under load, a cluster, metrics and traces. A release runs them. */
const PRODUCTION_TARGETS = ['tls', 'production', 'swarm-test', 'observability'];

/**
 * `npm test`: runs every check as one run of Nx, then prints one line per task and the sum of all tests.
 * `--affected` limits it to what changed since NX_BASE or the main branch. `--full` runs the slow checks instead,
 * and `--production` those of a production stack, whose figures (reports/figures) are printed at the end.
 */
export async function test(flags: ReadonlyMap<string, string>): Promise<number> {
  const suite = flags.has('full') ? FULL_TARGETS : flags.has('production') ? PRODUCTION_TARGETS : TARGETS;
  const targets = flags.get('targets')?.split(',') ?? suite;
  const args = [flags.has('affected') ? 'affected' : 'run-many', '-t', ...targets];
  // The daemon may not have noticed yet that the reports were deleted, and would not restore them from the cache.
  const env = { NX_DAEMON: 'false' };
  const plan = await run('nx', [...args, '--graph=stdout'], { env });
  if (!plan.ok) throw new UserError(`Nx could not plan the tasks:\n${plan.output}`);

  // Only reports of this run count. Nx restores those of cached tasks.
  rmSync(join(root, 'reports'), { recursive: true, force: true });
  const since = new Date();
  const exitCode = await runOnTerminal('nx', [...args, '--outputStyle=static'], env);

  const record = read(join(process.env['NX_CACHE_DIRECTORY'] ?? '.nx/cache', 'run.json'));
  const { lines, total } = summarize(plan.stdout, record, since, read);
  console.log(`\n${lines.join('\n')}\n`);
  const figures = globSync('reports/figures/*.txt', { cwd: root })
    .sort()
    .map((path) => read(path)?.trim());
  if (figures.length > 0) console.log(`${figures.join('\n')}\n`);
  if (exitCode !== 0 && total.failed === 0) {
    console.log(`✗ nx failed outside its tasks (exit code ${String(exitCode)}).`);
    total.failed = 1;
  }
  console.log(inWords(total));
  return total.failed === 0 ? 0 : 1;
}
