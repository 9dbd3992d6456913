/** A process with one stack. The pool sends one request at a time, and the worker sends one reply. */
import { shareStack } from '@app/e2e/support/target.ts';
import { allMutants, readFiles } from '../workspace.ts';
import { hunt, type Hints, type HuntResult } from './hunt.ts';
import { MutantStack } from './mutant-stack.ts';
import { loadSuite, type Tier } from './suite.ts';

export type Request =
  /** Start a stack. `verify`: run the fast checks against the unchanged configuration. */
  | { kind: 'start'; role: string; verify: boolean }
  | ({ kind: 'judge'; mutant: string } & Hints)
  /** Repeat the checks that noticed mutants against the unchanged configuration, then stop. */
  | { kind: 'finish' };

export interface Reply {
  outcome?: 'killed' | 'refused' | 'survived';
  /** Name and message of the check that failed. */
  killer?: string;
  message?: string;
  /** Checks that failed once and passed when repeated. */
  flaky?: string[];
  /** The run cannot continue. */
  error?: string;
}

const files = readFiles();
const mutants = new Map(allMutants(files).map((mutant) => [mutant.id, mutant]));
const suite = await loadSuite();
const killers = new Set<string>();
let running: MutantStack | undefined;

process.on('message', (request: Request) => {
  void answer(request)
    .catch((error: unknown): Reply => ({ error: error instanceof Error ? error.message : String(error) }))
    .then((reply) => process.send?.(reply));
});
// The pool has ended.
process.on('disconnect', () => process.exit());

async function answer(request: Request): Promise<Reply> {
  if (request.kind === 'start') {
    running = await MutantStack.start(request.role, files);
    shareStack(running.stack);
    return request.verify ? expectAllToPass(running, suite.slice(0, 1)) : {};
  }
  if (!running) throw new Error('The stack is not started.');
  if (request.kind === 'judge') return judge(running, request.mutant, request);
  await running.restore();
  const reply = await expectAllToPass(
    running,
    suite.map((tier) => ({
      ...tier,
      checks: tier.checks.filter(({ name }) => killers.has(name)),
    })),
  );
  await running.stop();
  return reply;
}

async function judge(stack: MutantStack, id: string, hints: Hints): Promise<Reply> {
  const mutant = mutants.get(id);
  if (!mutant) throw new Error(`Unknown mutant: ${id}`);
  const state = await stack.install(mutant);
  if (state === 'refused') return { outcome: 'refused' };
  if (state === 'not serving') return { outcome: 'killed', killer: '', message: 'The stack does not serve.' };
  const result = await hunt(suite, stack.stack, hints);
  if (result.isStackTouched) await stack.restore();
  if (result.killer) killers.add(result.killer.check.name);
  return { outcome: result.killer ? 'killed' : 'survived', ...describe(result) };
}

/** A check that fails without a mutant would notice every mutant. */
async function expectAllToPass({ stack }: MutantStack, tiers: readonly Tier[]): Promise<Reply> {
  const { killer, flaky, message } = describe(await hunt(tiers, stack, {}));
  return killer ? { error: `Fails with the unchanged configuration: ${killer}\n${message}` } : { flaky };
}

function describe({ killer, flaky }: HuntResult): { killer?: string; message?: string; flaky: string[] } {
  const names = flaky.map(({ check, message }) => `${check.name}: ${message}`);
  return killer ? { killer: killer.check.name, message: killer.message, flaky: names } : { flaky: names };
}
