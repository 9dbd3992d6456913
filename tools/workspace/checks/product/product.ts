import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { Images } from '../containers.ts';
import { expectSuccess, Scratch } from '../scratch.ts';
import type { Resource } from './fields.ts';

/** The template's name, in every spelling. */
const OLD = /tandem/i;
/** The version tag of images, which nothing else on this machine has. */
const TAG = `product-${String(process.pid)}`;

/** A copy of this tree that becomes somebody's product. */
export class Product extends Scratch {
  readonly #made: Images;

  /**
   * @param name the product's
   * @param images what the names of its images begin with, `registry.example/ox`
   */
  constructor(
    readonly name: string,
    images: string,
  ) {
    // Before it has its name, and afterwards.
    super({ TAG, [`${name.replaceAll('-', '_').toUpperCase()}_TAG`]: TAG });
    this.#made = new Images([`${images}/`]);
  }

  /** What `npm run init` says of a command line, after its exit code. */
  init(...args: string[]): string {
    const run = spawnSync('npm', ['run', 'init', '--', ...args], { cwd: this.root, encoding: 'utf8', env: this.env });
    return `${String(run.status)} ${run.stdout}${run.stderr}`;
  }

  /** Generates without naming the collection, as somebody types it. @throws Error with Nx's words when it refuses */
  generate(...words: string[]): string {
    return this.run('npx', 'nx', 'generate', ...words);
  }

  /** Generates resources, and stages them: generated files are compared with what is staged. */
  grow(resources: readonly Resource[]): void {
    for (const [name, fields] of resources) this.generate('resource', name, '--fields', fields);
    this.git('add', '--all');
  }

  /** Takes resources out again; what refers to others goes first. */
  shrink(resources: readonly Resource[]): void {
    for (const [name] of resources.toReversed()) this.generate('remove-resource', name);
    this.git('add', '--all');
  }

  commit(message: string): void {
    this.git('add', '--all');
    this.git('commit', '--quiet', '-m', message);
  }

  /** What differs from the last commit, files that git does not know yet included. */
  difference(): string {
    return this.git('status', '--porcelain', '--untracked-files=all');
  }

  /** Whether every check that needs no container is green with no edit. */
  async expectGreen(): Promise<void> {
    const run = await this.nx('run-many', '-t', 'lint', 'typecheck', 'test', 'build', '--outputStyle=static');
    expectSuccess(run);
    this.run('npx', 'nx', 'sync:check');
  }

  /** Whether its checks of the tree are green that run no task: pages, edges of the graph, editor, workflows. */
  expectSound(): void {
    const checks = ['docs', 'graph', 'editor', 'renovate', 'workflows'].map((name) => `checks/${name}.test.ts`);
    const vitest = ['vitest', 'run', '--config', 'vitest.checks.config.ts', ...checks];
    const args = ['exec', '--workspace', 'tools/workspace', '--', ...vitest];
    const run = spawnSync('npm', args, { cwd: this.root, env: this.env, encoding: 'utf8' });
    expect(run.status, `${run.stdout}${run.stderr}`).toBe(0);
  }

  /** Whether a person finds these resources through Nginx: both images, and the journeys with them. */
  async expectJourneys(resources: readonly Resource[]): Promise<void> {
    const images = await this.nx('run-many', '-t', 'docker-build', '-p', 'web,api', '--outputStyle=static');
    expectSuccess(images);
    const names = resources.map(([name]) => name);
    const journeys = [...names.map((name) => `${name}s`), 'every-page'].map((name) => `journeys/${name}.spec.ts`);
    // What every product shows is looked at by the suite of this tree.
    const grep = `--grep=${names.join('|').replaceAll('-', '.')}`;
    const args = ['playwright', 'test', '--project=journeys', '--reporter=dot', grep, ...journeys];
    const run = spawnSync('npx', args, { cwd: join(this.root, 'apps/e2e'), env: this.env, encoding: 'utf8' });
    expect(run.status, `${run.stdout}${run.stderr}`).toBe(0);
  }

  /** Whether the template's name is in no path and no byte of any file, the record of the origin aside. */
  expectNothingOfTheOldName(): void {
    const files = this.#everyFile();
    expect(files.length).toBeGreaterThan(600);
    expect(files.filter((path) => OLD.test(path))).toEqual([]);
    const inside = files.filter((path) => {
      const file = join(this.root, path);
      return statSync(file).isFile() && OLD.test(readFileSync(file, 'latin1'));
    });
    expect(inside).toEqual(['template.json']);
    expect(readdirSync(join(this.root, 'node_modules')).filter((name) => OLD.test(name))).toEqual([]);
  }

  /** Every file and folder but what is installed or cached: paths from the root. */
  #everyFile(folder = ''): string[] {
    const skipped = ['.git', '.nx', 'node_modules', 'apps/api/.venv', 'dist', 'reports', 'tmp', `.${this.name}`];
    return readdirSync(join(this.root, folder)).flatMap((name) => {
      const path = join(folder, name);
      if (skipped.includes(path) || name === 'out-tsc' || name === '__pycache__') return [path];
      return statSync(join(this.root, path)).isDirectory() ? [path, ...this.#everyFile(path)] : [path];
    });
  }

  override [Symbol.dispose](): void {
    this.#made[Symbol.dispose]();
    super[Symbol.dispose]();
  }
}
