import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Scratch, workspaceRoot } from '../../checks/scratch';
import { chosenImages } from '../base-images';

/** Each spelling another, so that one in place of another shows. */
const ANSWERS = [
  ...['--name', 'ox-cart', '--title', 'Ox Wagon', '--scope', 'acme', '--python-package', 'oxen'],
  ...['--images', 'acme-images', '--yes'],
];
/** The next version of the template, for those who take it. */
const NEXT_VERSION = 'tools/workspace/full-checks/guides/next-version.patch';

/** A template that others can clone, and products of it. */
export class Products implements Disposable {
  readonly #template = new Scratch();
  readonly #folder = mkdtempSync(join(tmpdir(), 'guides-'));
  readonly #first = join(this.#folder, 'first');
  #count = 0;

  constructor() {
    this.#template.git('branch', '--move', 'main');
  }

  /** What a person's terminal has who begins with the template. Its address is in TEMPLATE. */
  get env(): NodeJS.ProcessEnv {
    return this.#borrowing(this.#template.root, '.tandem');
  }

  /** An empty folder: all that somebody has who begins. */
  nothing(): string {
    this.#count += 1;
    const folder = join(this.#folder, String(this.#count));
    mkdirSync(folder);
    return folder;
  }

  /** A product with one commit. The template has gone on since. */
  begun(): string {
    if (!existsSync(this.#first)) this.#begin();
    const root = join(this.nothing(), 'product');
    const env = this.#borrowing(this.#first, '.ox-cart');
    run(this.#folder, env, 'git', 'clone', '--quiet', '--origin', 'first', this.#first, root);
    run(root, env, 'git', 'remote', 'remove', 'first');
    return root;
  }

  #begin(): void {
    run(this.#folder, this.env, 'git', 'clone', '--quiet', this.#template.root, this.#first);
    run(this.#first, this.env, 'npm', 'run', 'init', '--', ...ANSWERS);
    run(this.#first, this.env, 'git', 'commit', '--quiet', '--message', 'feat: begins');
    this.#template.git('apply', '--index', join(workspaceRoot, NEXT_VERSION));
    this.#template.git('commit', '--quiet', '--message', 'feat: the next version');
    this.#template.git('tag', 'v9.9.9');
  }

  /** Nothing that is installed here has to be installed again: a clone borrows it, by a hook of git's. */
  #borrowing(installed: string, machine: string): NodeJS.ProcessEnv {
    return {
      ...this.#template.env,
      ...chosenImages(),
      // A person's terminal, where nobody answers questions.
      CI: '',
      BROWSER: 'none',
      TEMPLATE: this.#template.root,
      GIT_TEMPLATE_DIR: join(import.meta.dirname, 'clone'),
      INSTALLED: installed,
      MACHINE: machine,
    };
  }

  [Symbol.dispose](): void {
    this.#template[Symbol.dispose]();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

function run(cwd: string, env: NodeJS.ProcessEnv, program: string, ...args: string[]): void {
  const ran = spawnSync(program, args, { cwd, env, encoding: 'utf8' });
  if (ran.status !== 0) throw new Error(`${program} ${args.join(' ')}: ${ran.stdout}${ran.stderr}`);
}
