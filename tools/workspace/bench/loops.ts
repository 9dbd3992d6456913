/**
 * How long a developer waits: `npx nx run workspace:bench`. Everything happens in a copy of the work tree, with a stack of
 * its own on a free port, and is warm: each loop runs once before it is measured. Prints the table of docs/performance.md.
 */
import { spawnSync } from 'node:child_process';
import { cpus } from 'node:os';
import { Scratch } from '../checks/scratch';
import { freePort } from './free-port';

const TIMES = 5;
const COMPOSE = ['compose', '--file', 'docker/stack/compose.yaml'];
const CACHED = ['nx', 'run-many', '-t', 'lint', 'typecheck', 'test', 'build'];
const UP = ['nx', 'up', 'stack'];

/** What is measured: one command, after something has changed. */
interface Loop {
  name: string;
  /** Seconds that are worth aiming at on two cores. Nothing fails on it. */
  goal: number;
  command: readonly string[];
  isDaemonUsed: boolean;
  /** What a person changes; the same as before in no round. */
  change?: { file: string; from: RegExp; to: (round: number) => string; replaces: 'web' | 'api' };
}

const loops: readonly Loop[] = [
  { name: 'lint, typecheck, test and build, all from the cache', goal: 1.5, command: CACHED, isDaemonUsed: true },
  { name: 'the same without the daemon', goal: 2.5, command: CACHED, isDaemonUsed: false },
  {
    name: 'a React component changed, up to the running stack',
    goal: 12,
    command: UP,
    isDaemonUsed: true,
    change: {
      file: 'apps/web/src/features/system/components/hop-item.tsx',
      from: /Not reached[^']*/,
      to: (round) => `Not reached, ${round}`,
      replaces: 'web',
    },
  },
  {
    name: 'a Django view changed, up to the running stack',
    goal: 8,
    command: UP,
    isDaemonUsed: true,
    change: {
      file: 'apps/api/tandem/health/api.py',
      from: /^(# Round \d+\n)?(?=router = )/m,
      to: (round) => `# Round ${round}\n`,
      replaces: 'api',
    },
  },
  {
    name: 'a line of Nginx changed, up to the running stack',
    goal: 5,
    command: UP,
    isDaemonUsed: true,
    change: {
      file: 'docker/nginx/conf/server/health.conf',
      from: /ok.*\\n/,
      to: (round) => `ok ${round}\\n`,
      replaces: 'web',
    },
  },
];

const port = await freePort();
using copy = new Scratch({
  TAG: 'bench',
  TANDEM_TAG: 'bench',
  TANDEM_PORT: String(port),
  COMPOSE_PROJECT_NAME: 'tandem-bench',
});

/** Runs a loop's command once. @returns seconds @throws Error with what it printed when it fails */
function run({ command, isDaemonUsed }: Loop): number {
  const started = performance.now();
  const { status, stdout, stderr } = spawnSync('npx', command, {
    cwd: copy.root,
    encoding: 'utf8',
    env: { ...copy.env, NX_DAEMON: String(isDaemonUsed) },
  });
  const seconds = (performance.now() - started) / 1000;
  if (status !== 0) throw new Error(`${command.join(' ')} failed:\n${stdout}${stderr}`);
  return seconds;
}

/** The id of the image that a service's container runs. */
function runningImage(service: string): string {
  const container = copy.run('docker', ...COMPOSE, 'ps', '--quiet', service).trim();
  return copy.run('docker', 'inspect', '--format', '{{.Image}}', container).trim();
}

/** Changes what the loop is about, and measures until its command is done. */
function round(loop: Loop, number: number): number {
  const { change } = loop;
  if (!change) return run(loop);
  const before = runningImage(change.replaces);
  copy.edit(change.file, change.from, change.to(number));
  const seconds = run(loop);
  if (runningImage(change.replaces) === before) throw new Error(`${loop.name}: the stack runs what it ran before.`);
  return seconds;
}

function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? NaN;
}

try {
  for (const command of [CACHED, UP]) run({ name: '', goal: 0, command, isDaemonUsed: false });
  console.log(`Medians of ${TIMES} rounds in seconds, on ${cpus().length} cores; all rounds in brackets.\n`);
  console.log('| What | Seconds | Goal |\n| --- | ---: | ---: |');
  for (const loop of loops) {
    round(loop, 0);
    const seconds = Array.from({ length: TIMES }, (_, index) => round(loop, index + 1));
    const all = seconds.map((each) => each.toFixed(1)).join(', ');
    console.log(`| ${loop.name} | ${median(seconds).toFixed(1)} (${all}) | ${loop.goal} |`);
  }
} finally {
  copy.run('docker', ...COMPOSE, 'down', '--volumes', '--timeout', '1');
  spawnSync('npx', ['nx', 'daemon', '--stop'], { cwd: copy.root, env: copy.env });
}
