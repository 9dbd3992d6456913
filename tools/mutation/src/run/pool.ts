import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { claimRun, removeProjects } from '@app/e2e/support/compose-project.ts';
import type { Mutant } from '../mutant.ts';
import type { Result } from '../report.ts';
import { root } from '../workspace.ts';
import type { Reply, Request } from './worker.ts';

/** Names of the checks that noticed mutants in earlier runs, by the mutant's id. Only saves time. */
const cacheFile = join(root, 'node_modules/.cache/mutation/killers.json');
const maxLikely = 30;

/**
 * Judge the mutants on several stacks.
 *
 * @param report called with each result and the names of flaky checks
 */
export async function judgeAll(
  mutants: readonly Mutant[],
  stacks: number,
  report: (result: Result, flaky: readonly string[]) => void,
): Promise<void> {
  await removeProjects('crashed');
  claimRun();
  const known = readCache();
  const likely = new Map<string, string[]>();
  const siblings = new Map<string, string>();
  const queue = [...mutants];
  const workers: Worker[] = [];

  const work = async (worker: Worker) => {
    for (let mutant = queue.shift(); mutant; mutant = queue.shift()) {
      const { id, file } = mutant;
      const directive = id.split(' › ')[0] ?? '';
      const began = Date.now();
      const hints = { known: known.get(id), sibling: siblings.get(directive), likely: likely.get(file) ?? [] };
      const reply = await worker.ask({ kind: 'judge', mutant: id, ...hints });
      const { outcome = 'survived', killer = '', message = '', flaky = [] } = reply;
      if (killer) {
        known.set(id, killer);
        siblings.set(directive, killer);
        likely.set(file, [...new Set([killer, ...(likely.get(file) ?? [])])].slice(0, maxLikely));
      }
      report({ mutant, outcome, killer, message, ms: Date.now() - began }, flaky);
    }
    await worker.ask({ kind: 'finish' });
  };

  const stop = () => workers.forEach((worker) => worker.stop());
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    // One after the other, since a busy machine fails checks.
    for (let index = 0; index < Math.min(stacks, mutants.length); index += 1) {
      const worker = new Worker();
      workers.push(worker);
      await worker.ask({ kind: 'start', role: `mutant-${index}`, verify: index === 0 });
    }
    await Promise.all(workers.map(work));
  } finally {
    stop();
    await removeProjects('mine');
    writeCache(known);
  }
}

class Worker {
  private readonly child = fork(join(import.meta.dirname, 'worker.ts'));

  async ask(request: Request): Promise<Reply> {
    const abort = new AbortController();
    const { signal } = abort;
    const ended = once(this.child, 'exit', { signal }).then(([code]): Reply => {
      throw new Error(`A worker process ended with code ${String(code)}.`);
    });
    ended.catch(() => undefined);
    try {
      this.child.send(request);
      const replied = once(this.child, 'message', { signal }).then(([reply]) => reply as Reply);
      const reply = await Promise.race([replied, ended]);
      if (reply.error !== undefined) throw new Error(reply.error);
      return reply;
    } finally {
      abort.abort();
    }
  }

  stop(): void {
    this.child.kill();
  }
}

function readCache(): Map<string, string> {
  try {
    return new Map(Object.entries(JSON.parse(readFileSync(cacheFile, 'utf8')) as Record<string, string>));
  } catch {
    return new Map();
  }
}

function writeCache(known: ReadonlyMap<string, string>): void {
  mkdirSync(dirname(cacheFile), { recursive: true });
  writeFileSync(cacheFile, JSON.stringify(Object.fromEntries(known)));
}
