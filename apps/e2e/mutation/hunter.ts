import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Mutant } from '@app/mutation';
import type { Stack, StackState } from '../support/stack.ts';

/** What is asked of the hunting process. */
export interface HuntRequest {
  stack: StackState;
  /** Look for what notices this mutant; without it, for what complains although there is none. */
  mutant?: Pick<Mutant, 'id' | 'file'>;
  /** Without a mutant: the quick part of the suite, or every check that noticed a mutant so far. */
  checks?: 'quick' | 'killers';
}

/** What became of a hunt. */
export interface HuntReply {
  /** The name of the check that noticed; absent when nothing did. */
  killer?: string;
  /** The beginning of what it said. */
  complaint?: string;
  /** The stack was stopped and broken by checks, so that it must be put right. */
  isStackTouched: boolean;
  /** Checks that failed beside others and passed alone: no proof of anything. */
  unsteady: string[];
}

/**
 * A process that runs the suite's checks against one stack. Inside a test of Playwright's each `expect` is a step of that
 * test, with its place in the source: over 1,300 checks that is most of the time.
 */
export class Hunter {
  private constructor(private readonly child: ChildProcess) {}

  /** Start the process; it imports the suite once. */
  static start(): Hunter {
    return new Hunter(
      fork(join(import.meta.dirname, 'hunting.ts'), {
        execArgv: ['--import', '@swc-node/register/esm-register'],
        env: { ...process.env, CONTRACT_COLLECT: '1' },
      }),
    );
  }

  /** Look for a check that notices a mutant. */
  async hunt({ id, file }: Mutant, { state }: Stack): Promise<HuntReply> {
    return this.ask({ stack: state, mutant: { id, file } });
  }

  /**
   * Hold the unchanged configuration against the suite.
   *
   * @throws Error with the name of the check that fails: it would notice every mutant, and means nothing
   */
  async expectNoComplaint(checks: 'quick' | 'killers', { state }: Stack): Promise<void> {
    const { killer, complaint } = await this.ask({ stack: state, checks });
    if (killer) throw new Error(`Fails on the unchanged configuration: ${killer}: ${complaint}`);
  }

  /** End the process. */
  stop(): void {
    this.child.kill();
  }

  private async ask(request: HuntRequest): Promise<HuntReply> {
    const abort = new AbortController();
    const { signal } = abort;
    const ended = once(this.child, 'exit', { signal }).then(([code]) => {
      throw new Error(`The process that runs the checks ended with ${String(code)}.`);
    });
    try {
      this.child.send(request);
      const [reply] = (await Promise.race([once(this.child, 'message', { signal }), ended])) as [HuntReply];
      return reply;
    } finally {
      ended.catch(() => undefined);
      abort.abort();
    }
  }
}
