import { createInterface } from 'node:readline/promises';
import { Listr, ListrLogger, ListrLogLevels, type ListrTask } from 'listr2';
import { runOnTerminal, UserError, type Log } from './shell.ts';
import { allowInstalling, isRoot } from './system.ts';

export type State =
  | { ok: true; message: string }
  | {
      ok: false;
      message: string;
      /** The command that solves the problem, when it is not `npm run setup`; null when there is none. */
      command?: string | null;
      /** System packages that the fix installs. */
      packages?: string[];
    };

/** One thing that the workspace needs from the machine. */
export interface Step {
  /** Name in the doctor's JSON output. */
  id: string;
  title: string;
  /** Changes nothing. */
  check(): Promise<State>;
  fix?(log: Log): Promise<void>;
}

/**
 * Checks all steps, then fixes those that failed. A fixed step is checked again. The steps of a chain need each other and run
 * in order; chains run at the same time.
 */
export async function setUp(chains: Step[][], { mayAsk }: { mayAsk: boolean }): Promise<void> {
  const states = new Map(await Promise.all(chains.flat().map(async (step) => [step, await step.check()] as const)));
  if (mayAsk) await askForPackages([...states.values()].flatMap((state) => (state.ok ? [] : (state.packages ?? []))));
  const toTask = (step: Step): ListrTask => ({
    title: step.title,
    task: async (_context, task) => {
      const first = states.get(step);
      const state = first?.ok ? first : await fix(step, (line) => (task.output = line));
      task.title = `${step.title.padEnd(18)} ${state.message}`;
    },
  });
  const tasks = new Listr(
    chains.map((chain) => ({
      task: (_context, task) => task.newListr(chain.map(toTask), { concurrent: false, exitOnError: true }),
    })),
    {
      concurrent: true,
      // A failure in one chain does not interrupt the other in the middle of an installation.
      exitOnError: false,
      collectErrors: true,
      rendererOptions: { showErrorMessage: false, collapseSubtasks: false },
      fallbackRendererOptions: { logger: new PlainLogger() },
      registerSignalListeners: false,
    },
  );
  await tasks.run();
  const failure = tasks.errors?.[0];
  if (failure) throw failure.error;
}

async function fix(step: Step, log: Log): Promise<State> {
  const before = await step.check();
  if (before.ok) return before;
  if (step.fix === undefined) throw new UserError(before.message);
  log(`${step.title}: ${before.message}`);
  await step.fix(log);
  const after = await step.check();
  if (!after.ok) throw new UserError(after.message);
  return after;
}

/** Asks once, before the progress display starts, for everything that the failed steps will install. */
async function askForPackages(packages: string[]): Promise<void> {
  if (packages.length === 0) return;
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const sudo = isRoot ? '' : ' with sudo';
  console.log(`These system packages are missing and can be installed${sudo}: ${packages.join(' ')}`);
  // Ctrl-C and Ctrl-D reject the question.
  const answer = await terminal.question('Install them now? [Y/n] ').catch(() => 'no');
  terminal.close();
  const isAllowed = /^(y|yes)?$/i.test(answer.trim());
  allowInstalling(isAllowed);
  // sudo remembers the password for the steps.
  if (isAllowed && !isRoot) await runOnTerminal('sudo', ['--validate']);
}

/** Output without a terminal: one line when a step is done, and the lines of its fix. */
class PlainLogger extends ListrLogger<ListrLogLevels> {
  override log(level: ListrLogLevels, message: string): void {
    if (level !== ListrLogLevels.STARTED) super.log(level, message);
  }
}
