import { execFile, execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify, stripVTControlCharacters } from 'node:util';

export const workspaceRoot = resolve(import.meta.dirname, '../../..');

/** Long enough for every task of a product on a busy machine. */
const TIMEOUT_MS = 1_800_000;

/** Variables of this run and this product, which must not reach commands in the copy. */
const OWN_VARIABLES = /^(NX_|VITEST|APP_|(NODE_OPTIONS|NODE_ENV|BASE_URL|MODE|DEV|PROD|SSR|TEST)$)/;

const GIT_IDENTITY = {
  GIT_AUTHOR_NAME: 'check',
  GIT_AUTHOR_EMAIL: 'check@localhost',
  GIT_COMMITTER_NAME: 'check',
  GIT_COMMITTER_EMAIL: 'check@localhost',
};

/** Files that git tracks or would add, as `git add --all` sees them. Paths are relative to the workspace root. */
export function listFiles(): string[] {
  const options = ['--cached', '--others', '--exclude-standard'];
  const listed = execFileSync('git', ['ls-files', '-z', ...options], { cwd: workspaceRoot, encoding: 'utf8' });
  // The index still lists files that were deleted and not staged.
  return [...new Set(listed.split('\0'))].filter((file) => file !== '' && existsSync(join(workspaceRoot, file)));
}

/**
 * A copy of the work tree in its own git repository, in which a check can edit files and run tasks.
 *
 * Installed packages are hard links to those of this workspace, so a copy takes seconds. Its Nx cache starts empty.
 */
export class Scratch implements Disposable {
  readonly root: string;
  /** Environment of every command in the copy. */
  readonly env: NodeJS.ProcessEnv;

  /** @param env extra variables for every command in the copy */
  constructor(env: NodeJS.ProcessEnv = {}) {
    this.root = mkdtempSync(join(tmpdir(), 'workspace-check-'));
    const inherited = Object.entries(process.env).filter(([name]) => !OWN_VARIABLES.test(name));
    this.env = { ...Object.fromEntries(inherited), NX_DAEMON: 'false', FORCE_COLOR: '0', ...GIT_IDENTITY, ...env };
    for (const file of listFiles()) cpSync(join(workspaceRoot, file), join(this.root, file));
    this.git('init', '--quiet', '--initial-branch', 'main');
    this.commit('scratch');
    this.#install();
  }

  #install(): void {
    for (const folder of globSync('{.,apps/*,libs/*,tools/*}/node_modules', { cwd: workspaceRoot })) {
      const paths = [join(workspaceRoot, folder), join(this.root, dirname(folder))];
      // Hard links need both folders on one file system.
      if (spawnSync('cp', ['-al', ...paths]).status !== 0) execFileSync('cp', ['-a', ...paths]);
    }
    // npm and Vite rewrite these in place, which would change the workspace's own files through the hard links.
    const modules = join(this.root, 'node_modules');
    for (const name of ['.cache', '.vite']) rmSync(join(modules, name), { recursive: true, force: true });
    rmSync(join(modules, '.package-lock.json'));
    cpSync(join(workspaceRoot, 'node_modules/.package-lock.json'), join(modules, '.package-lock.json'));

    symlinkSync(join(workspaceRoot, 'apps/api/.venv'), join(this.root, 'apps/api/.venv'));
    mkdirSync(join(this.root, '.local'));
    for (const name of readdirSync(join(workspaceRoot, '.local'))) {
      symlinkSync(join(workspaceRoot, '.local', name), join(this.root, '.local', name));
    }
  }

  /** Runs git in the copy and returns its output. */
  git(...args: string[]): string {
    return execFileSync('git', args, { cwd: this.root, encoding: 'utf8', env: this.env });
  }

  commit(message: string): void {
    this.git('add', '--all');
    this.git('commit', '--quiet', '--no-verify', '--message', message);
  }

  /**
   * Runs a command in the copy and returns its output.
   *
   * @throws Error with the end of the output when the command fails
   */
  async run(command: string, ...args: string[]): Promise<string> {
    const options = { cwd: this.root, env: this.env, timeout: TIMEOUT_MS, maxBuffer: 64 * 1024 * 1024 };
    try {
      const { stdout, stderr } = await promisify(execFile)(command, args, options);
      return stripVTControlCharacters(`${stdout}${stderr}`);
    } catch (error) {
      const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
      const output = stripVTControlCharacters(`${stdout}${stderr}`).trimEnd();
      throw new Error(`${[command, ...args].join(' ')} failed:\n${output.slice(-6000)}`, { cause: error });
    }
  }

  /** Runs Nx in the copy. */
  async nx(...args: string[]): Promise<string> {
    // Nx caches file hashes by modification time in whole seconds, which is too coarse for edits made by a program.
    rmSync(join(this.root, '.nx/workspace-data/nx_files.nxt'), { force: true });
    return await this.run('node_modules/.bin/nx', ...args);
  }

  read(path: string): string {
    return readFileSync(join(this.root, path), 'utf8');
  }

  /** Writes a file. Replaces hard links instead of writing through them. */
  write(path: string, text: string): void {
    const file = join(this.root, path);
    rmSync(file, { force: true });
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }

  /**
   * Replaces a part of a file.
   *
   * @throws Error if `from` does not match, because the check would then prove nothing
   */
  edit(path: string, from: string | RegExp, to: string): void {
    const before = this.read(path);
    const after = before.replace(from, to);
    if (after === before)
      throw new Error(`${path} contains no match for ${String(from)}. Adapt the check to the file.`);
    this.write(path, after);
  }

  /** Restores all files to the last commit and removes new files that git does not ignore. */
  restoreAll(): void {
    this.git('checkout', '--quiet', '--', '.');
    this.git('clean', '--quiet', '--force', '-d');
    // Git ignores it.
    rmSync(join(this.root, '.env.local'), { force: true });
  }

  [Symbol.dispose](): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}
