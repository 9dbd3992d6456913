import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Scratch } from '../scratch.ts';
import type { Edit } from './edits.ts';
import { differing, Hasher, type Hashes } from './hasher.ts';
import { OUTPUT_FOLDERS, PRODUCERS } from './tasks.ts';

/** The effect of an edit. */
export interface Outcome {
  /** All tasks of the workspace. */
  readonly tasks: readonly string[];
  /** Tasks whose hash the edit changes, directly or through the output of another task. */
  readonly changed: readonly string[];
}

/** A copy of the tree in which edits are made and reverted, one after another. */
export class Copy implements Disposable {
  readonly scratch = new Scratch();
  readonly #hasher = new Hasher(this.scratch.root, this.scratch.env);
  readonly #outputs = mkdtempSync(join(tmpdir(), 'outputs-'));
  #before: Hashes = {};

  /**
   * Runs every producer once, so that all outputs exist and Nx has them in its cache.
   *
   * @param from a copy that has done so already: its outputs and its cache are copied instead
   */
  async prepare(from?: Copy): Promise<void> {
    if (from === undefined) await this.#run(Object.keys(PRODUCERS));
    else copyFolders(['.nx', ...OUTPUT_FOLDERS], from.scratch.root, this.scratch.root);
    const stale = this.scratch.git('status', '--porcelain');
    if (stale !== '')
      throw new Error(`Generated files are stale. Run nx run api-types:generate, then commit:\n${stale}`);
    copyFolders(OUTPUT_FOLDERS, this.scratch.root, this.#outputs);
    this.#before = await this.#hasher.now();
  }

  /** Makes an edit, runs the producers that it affects, and hashes all tasks. */
  async try(change: Edit): Promise<Outcome> {
    change(this.scratch);
    let after = await this.#hasher.now();
    const affected = Object.keys(PRODUCERS).filter((task) => this.#before[task] !== after[task]);
    if (!change.isInert && affected.length > 0 && affected.length < Object.keys(PRODUCERS).length) {
      await this.#run(affected);
      after = await this.#hasher.now();
    }
    return { tasks: Object.keys(after), changed: differing(this.#before, after) };
  }

  /** Restores all files and all outputs. */
  revert(): void {
    this.scratch.restoreAll();
    copyFolders(OUTPUT_FOLDERS, this.#outputs, this.scratch.root);
  }

  /** Runs producers, with one Nx command per target. */
  async #run(producers: readonly string[]): Promise<void> {
    const tasks = new Set(producers.map((producer) => PRODUCERS[producer] ?? producer));
    const byTarget = Map.groupBy(tasks, (task) => task.split(':')[1] ?? '');
    for (const [target, ids] of byTarget) {
      const projects = ids.map((id) => id.split(':')[0]).join(',');
      await this.scratch.nx('run-many', '-t', target, '-p', projects);
    }
  }

  [Symbol.dispose](): void {
    this.#hasher[Symbol.dispose]();
    this.scratch[Symbol.dispose]();
    rmSync(this.#outputs, { recursive: true });
  }
}

function copyFolders(folders: readonly string[], from: string, to: string): void {
  for (const folder of folders) {
    rmSync(join(to, folder), { recursive: true, force: true });
    if (existsSync(join(from, folder))) cpSync(join(from, folder), join(to, folder), { recursive: true });
  }
}
