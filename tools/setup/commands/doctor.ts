import { statfsSync } from 'node:fs';
import { requireFreePort, requireServerPorts } from '../ports.ts';
import { usesPostgres } from '../settings.ts';
import { read, root, run, UserError } from '../shell.ts';
import { developmentProject, requirePlace } from '../stack.ts';
import type { State, Step } from '../step.ts';
import { containers, everything } from '../steps/index.ts';

/** Packages, both images with their layers, and one run of the tests. */
const MINIMUM_GIB = 5;
/** The command line of a development server contains the path of the workspace. */
const isOurServer = (description: string): boolean => description.includes(root);

const ports: Step = {
  id: 'ports',
  title: 'Ports',
  async check() {
    await requirePlace();
    await requireServerPorts(isOurServer);
    const isOurDatabase = (owner: string): boolean => owner === `compose project ${developmentProject()}`;
    if (usesPostgres()) await requireFreePort('APP_DATABASE_PORT', '127.0.0.1', isOurDatabase);
    return { ok: true, message: 'free, or in use by this workspace' };
  },
};

const disk: Step = {
  id: 'disk',
  title: 'Disk',
  check() {
    const { bavail, bsize } = statfsSync(root);
    const free = (bavail * bsize) / 1024 ** 3;
    const message = `${free.toFixed(1)} GiB free`;
    const command = 'docker buildx prune --force; npx nx reset';
    return Promise.resolve(
      free < MINIMUM_GIB
        ? { ok: false, message: `${message}; at least ${String(MINIMUM_GIB)} GiB are needed.`, command }
        : { ok: true, message },
    );
  },
};

const envFile: Step = {
  id: 'env-files',
  title: '.env.local',
  async check() {
    const names = read('.env.local')?.match(/^APP_[A-Z0-9_]+(?==)/gm) ?? [];
    for (const name of names) {
      const isUsed = await run('git', ['grep', '--quiet', '--word-regexp', '--fixed-strings', name]);
      if (isUsed.ok) continue;
      return { ok: false, message: `No program reads ${name} in .env.local. Correct the name.`, command: null };
    }
    return { ok: true, message: 'has no unknown names' };
  },
};

/** One entry of `npm run doctor -- --json`. */
interface Entry {
  id: string;
  title: string;
  status: 'ok' | 'problem';
  message: string;
  /** The command that solves the problem; null when there is none. */
  fix: string | null;
}

/** `npm run doctor`: runs all checks, changes nothing, and prints the command that fixes each problem. */
export async function doctor(flags: ReadonlyMap<string, string>): Promise<number> {
  const checks = await Promise.all([...everything, ...containers, ports, disk, envFile].map(examine));
  const problems = checks.filter(({ status }) => status === 'problem').length;
  if (flags.has('json')) {
    console.log(JSON.stringify({ schema: 2, ok: problems === 0, checks }, null, 2));
  } else {
    console.log(checks.map(inWords).join('\n'));
    console.log(problems === 0 ? '\nNo problems found.' : `\nProblems: ${String(problems)}. Nothing was changed.`);
  }
  return problems === 0 ? 0 : 1;
}

async function examine(step: Step): Promise<Entry> {
  const { id, title } = step;
  const state = await step.check().catch((error: unknown): State => {
    // One check that crashes must not hide the results of the others.
    const message = error instanceof UserError ? error.message : `The check failed: ${String(error)}`;
    return { ok: false, message, command: null };
  });
  if (state.ok) return { id, title, status: 'ok', message: state.message, fix: null };
  const defaultFix = step.fix ? 'npm run setup' : null;
  const fix = state.command === undefined ? defaultFix : state.command;
  return { id, title, status: 'problem', message: state.message, fix };
}

function inWords({ title, status, message, fix }: Entry): string {
  const line = `${status === 'ok' ? '✓' : '✗'} ${title.padEnd(18)} ${message}`;
  return fix === null ? line : `${line}\n${' '.repeat(21)}$ ${fix}`;
}
