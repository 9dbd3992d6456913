import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Scratch } from '../scratch.ts';

/** Name and `--fields` of a generated resource. */
export type Resource = readonly [name: string, fields: string];

/** A clone of the template that `npm run init` turns into a product. */
export class Product extends Scratch {
  readonly #template = mkdtempSync(join(tmpdir(), 'template-'));

  constructor(env: NodeJS.ProcessEnv = {}) {
    super(env);
    execFileSync('git', ['init', '--quiet', '--bare', '--initial-branch', 'main', this.#template]);
    this.git('remote', 'add', 'origin', this.#template);
    this.git('push', '--quiet', 'origin', 'main');
  }

  async init(...options: string[]): Promise<string> {
    return await this.run('npm', 'run', 'init', '--', '--title', 'Data Mill', '--yes', ...options);
  }

  /** Generates resources. Stages them, because checks of generated files compare with the index. */
  async addResources(resources: readonly Resource[]): Promise<void> {
    for (const [name, fields] of resources) await this.nx('generate', 'resource', name, '--fields', fields);
    this.git('add', '--all');
  }

  /** Removes resources, starting with the last, which may refer to the ones before. */
  async removeResources(resources: readonly Resource[]): Promise<void> {
    for (const [name] of resources.toReversed()) await this.nx('generate', 'remove-resource', name);
    this.git('add', '--all');
  }

  /** Commits and publishes a change of the template, without touching the product's branch. */
  changeTemplate(change: () => void): void {
    this.git('checkout', '--quiet', '--detach', 'template/main');
    change();
    this.commit('feat: change the template');
    this.git('push', '--quiet', 'template', 'HEAD:main');
    this.git('checkout', '--quiet', 'main');
  }

  /** Paths that differ from the last commit, including new files. */
  changedFiles(): string[] {
    return this.git('status', '--porcelain', '--untracked-files=all')
      .split('\n')
      .filter(Boolean)
      .map((line) => line.slice(3));
  }

  /** Runs every check that needs no container. */
  async check(): Promise<void> {
    await this.nx('run-many', '-t', 'lint', 'typecheck', 'test', 'build', '--outputStyle=static');
  }

  override [Symbol.dispose](): void {
    rmSync(this.#template, { recursive: true, force: true });
    super[Symbol.dispose]();
  }
}
