import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Scratch, type TaskResult } from '../scratch.ts';
import type { Edit } from './edits.ts';
import { differing, Hasher, type Hashes } from './hasher.ts';

/**
 * Tasks that are really run when an edit concerns them, each with the task that brings along whatever hangs on its files.
 * Others hash these files, so what an edit does to them is known when they are there. The last three are here for the proof
 * that Nx does what the hashes say.
 */
const RUN: Readonly<Record<string, string>> = {
  'api:openapi': 'api-client:typecheck',
  'api-types:generate': 'api-client:typecheck',
  'api-types:typecheck': 'api-client:typecheck',
  'api-client:typecheck': 'api-client:typecheck',
  'mutation:typecheck': 'mutation:typecheck',
  'ui:typecheck': 'ui:typecheck',
  'api:collectstatic': 'api:collectstatic',
  'web:build': 'web:build',
  'nginx:shellcheck': 'nginx:shellcheck',
  'stack:lint-compose': 'stack:lint-compose',
  'web:hadolint': 'web:hadolint',
};

/** Where the files are that others hash. */
const PRODUCED = [
  'dist',
  ...['libs/api-client', 'libs/api-types', 'libs/ui', 'tools/mutation'].map((root) => `${root}/out-tsc`),
];

/** What an edit did. */
export interface Outcome {
  /** Every task of the workspace. */
  readonly tasks: readonly string[];
  /** Those whose hash is another now. */
  readonly changed: readonly string[];
  /** Those that were asked for, and how each came about. */
  readonly ran: readonly TaskResult[];
}

/** A copy of the tree in which one edit after the other is made and taken back. */
export class Copy implements Disposable {
  readonly #scratch = new Scratch();
  readonly #hasher = new Hasher(this.#scratch.root, this.#scratch.env);
  readonly #snapshot = mkdtempSync(join(tmpdir(), 'produced-'));
  #before: Hashes = {};

  /** Runs everything once, so that an edit meets a full cache. @throws Error when a task fails */
  async prepare(): Promise<void> {
    await this.#run(Object.values(RUN), (exitCode, output) => {
      if (exitCode !== 0) throw new Error(output);
    });
    this.#copyProduced(this.#scratch.root, this.#snapshot);
    this.#before = await this.#hasher.now();
  }

  /** Makes an edit, finds out what comes of it, and takes it back. */
  async try(change: Edit): Promise<Outcome> {
    try {
      change(this.#scratch);
      const after = await this.#hasher.now();
      const concerned = Object.keys(RUN).filter((task) => this.#before[task] !== after[task]);
      // Where an edit concerns all of them, nothing is left to be learnt.
      if (change.isInert || concerned.length === 0 || concerned.length === Object.keys(RUN).length) {
        return { tasks: Object.keys(after), changed: differing(this.#before, after), ran: [] };
      }
      const ran = await this.#run(concerned.map((task) => RUN[task] ?? task));
      return { tasks: Object.keys(after), changed: differing(this.#before, await this.#hasher.now()), ran };
    } finally {
      this.#scratch.restoreAll();
      this.#copyProduced(this.#snapshot, this.#scratch.root);
    }
  }

  /** One run of Nx for each target. */
  async #run(tasks: readonly string[], check?: (exitCode: number, output: string) => void): Promise<TaskResult[]> {
    const projects = new Map<string, string[]>();
    for (const task of new Set(tasks)) {
      const [project = '', target = ''] = task.split(':');
      projects.set(target, [...(projects.get(target) ?? []), project]);
    }
    const results: TaskResult[] = [];
    for (const [target, names] of projects) {
      const run = await this.#scratch.nx('run-many', '-t', target, '-p', names.join(','));
      check?.(run.exitCode, run.output);
      results.push(...Object.values(run.tasks));
    }
    return results;
  }

  #copyProduced(from: string, to: string): void {
    for (const folder of PRODUCED) {
      rmSync(join(to, folder), { recursive: true, force: true });
      cpSync(join(from, folder), join(to, folder), { recursive: true });
    }
  }

  [Symbol.dispose](): void {
    this.#hasher[Symbol.dispose]();
    this.#scratch[Symbol.dispose]();
    rmSync(this.#snapshot, { recursive: true });
  }
}
