import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseEnv, stripVTControlCharacters } from 'node:util';

/** The workspace that these checks belong to. */
export const workspaceRoot = resolve(import.meta.dirname, '../../..');

/** A run of everything takes minutes on a busy machine; one that hangs is to be seen as that. */
const LONGEST_RUN_MS = 1_800_000;

/** How a task of a run ended, in Nx's own words. */
export interface TaskResult {
  taskId: string;
  hash: string;
  cacheStatus: 'cache-miss' | 'local-cache-hit' | 'remote-cache-hit';
  /** Exit code: 0 when the task succeeded or came from the cache. */
  status: number;
}

/** What a command printed (both streams), its exit code, and the tasks that Nx ran for it. */
export interface NxRun {
  exitCode: number;
  output: string;
  tasks: Record<string, TaskResult>;
}

/** Who commits where a check does: for git's environment. */
export const SOMEBODY = {
  GIT_AUTHOR_NAME: 'check',
  GIT_AUTHOR_EMAIL: 'check@localhost',
  GIT_COMMITTER_NAME: 'check',
  GIT_COMMITTER_EMAIL: 'check@localhost',
};

/** Of what a failed task printed, so many lines of its end say why: runners sum up there. */
const TELLING_LINES = 12;

/**
 * Passes when a run of Nx succeeded.
 *
 * @throws Error with the end of what each failed task printed, the rest of the run left out
 */
export function expectSuccess({ exitCode, output, tasks }: NxRun): void {
  if (exitCode === 0) return;
  const ends = stripVTControlCharacters(output)
    .split(/^> nx run /m)
    .filter((section) => tasks[/^\S*/.exec(section)?.[0] ?? '']?.status)
    .map((section) => section.split('\n').filter((line) => line.trim() !== ''))
    .map(([task = '', ...lines]) => [`nx run ${task}`, ...lines.slice(-TELLING_LINES)].join('\n'));
  throw new Error(`Nx ended with ${String(exitCode)}\n${ends.join('\n') || output.slice(-4000)}`);
}

/**
 * A copy of the work tree in a repository of its own, where files can be edited and tasks run without harm.
 *
 * Installed packages are hard links to those of this workspace, so that a copy takes seconds; the workspace's own
 * packages in it are relative links and lead into the copy. Nx's cache is the copy's own and empty at first.
 */
export class Scratch implements Disposable {
  readonly root = mkdtempSync(join(tmpdir(), 'workspace-check-'));
  /** What every command in the copy gets; set and unset as needed. */
  readonly env: NodeJS.ProcessEnv;

  /** @param env variables for every command in the copy, besides those of this process */
  constructor(env: NodeJS.ProcessEnv = {}) {
    // Nx tells its tasks about the run they belong to, and Vitest its tests about Vite's; the copy's runs belong to nobody.
    const told = /^(NX_|VITEST|(NODE_OPTIONS|BASE_URL|MODE|DEV|PROD|SSR|TEST)$)/;
    const inherited = Object.entries(process.env).filter(([name]) => !told.test(name));
    this.env = {
      ...Object.fromEntries(inherited),
      NX_DAEMON: 'false',
      FORCE_COLOR: '0',
      ...SOMEBODY,
      // A person's .env.local may name a shared cache, which would answer for the copy.
      NX_SELF_HOSTED_REMOTE_CACHE_SERVER: '',
      ...env,
    };

    const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
      cwd: workspaceRoot,
      encoding: 'utf8',
    });
    for (const file of new Set(files.split('\0').filter(Boolean))) {
      mkdirSync(dirname(join(this.root, file)), { recursive: true });
      cpSync(join(workspaceRoot, file), join(this.root, file), { errorOnExist: false, force: true });
    }
    this.git('init', '--quiet');
    this.git('add', '--all');
    this.git('commit', '--quiet', '-m', 'scratch');

    this.#install();
  }

  #install(): void {
    const modules = join(workspaceRoot, 'node_modules');
    const linked = spawnSync('cp', ['-al', modules, this.root]).status === 0;
    if (!linked) {
      cpSync(modules, join(this.root, 'node_modules'), { recursive: true, verbatimSymlinks: true });
    }
    symlinkSync(join(workspaceRoot, 'apps/api/.venv'), join(this.root, 'apps/api/.venv'));
    mkdirSync(join(this.root, '.local'));
    for (const tool of ['linters', 'poetry']) {
      symlinkSync(join(workspaceRoot, '.local', tool), join(this.root, '.local', tool));
    }
    // Which base images this machine uses is not in the repository; with the official ones there is no such file.
    if (existsSync(join(workspaceRoot, '.env.local'))) {
      cpSync(join(workspaceRoot, '.env.local'), join(this.root, '.env.local'));
    }
  }

  /** Runs git in the copy. @throws Error with git's words when it fails */
  git(...args: string[]): string {
    return execFileSync('git', args, { cwd: this.root, encoding: 'utf8', env: this.env });
  }

  /**
   * Runs a command in the copy, with what this machine has chosen in `.env.local`, as Nx hands it to its tasks.
   *
   * @throws Error with the command's words when it fails
   */
  run(command: string, ...args: string[]): string {
    const choices = existsSync(join(this.root, '.env.local'))
      ? readFileSync(join(this.root, '.env.local'), 'utf8')
      : '';
    const env = { ...this.env, ...parseEnv(choices) };
    return execFileSync(command, args, { cwd: this.root, encoding: 'utf8', env, stdio: ['ignore', 'pipe', 'pipe'] });
  }

  /**
   * Replaces a piece of a file.
   *
   * @param path from the copy's root
   * @throws Error if `from` does not stand there: the check would otherwise prove nothing
   */
  edit(path: string, from: string | RegExp, to: string): void {
    const file = join(this.root, path);
    const before = readFileSync(file, 'utf8');
    const after = before.replace(from, to);
    if (after === before) {
      throw new Error(`${path} holds nothing like ${String(from)}: adapt the check to the file.`);
    }
    writeFileSync(file, after);
  }

  /** Adds a file, or replaces one that a hard link shares with this workspace. */
  write(path: string, text: string): void {
    const file = join(this.root, path);
    rmSync(file, { force: true });
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }

  /** Puts a file back as it was committed in the copy. */
  restore(path: string): void {
    this.git('checkout', '--quiet', '--', path);
  }

  /** Puts every file back, and removes those that git does not know and does not ignore. */
  restoreAll(): void {
    this.git('checkout', '--quiet', '--', '.');
    this.git('clean', '--quiet', '--force', '-d');
  }

  /** Runs Nx in the copy and reads back what it says of each task. Does not throw when a task fails. */
  async nx(...args: string[]): Promise<NxRun> {
    const report = join(this.root, '.nx/cache/run.json');
    rmSync(report, { force: true });
    // Nx remembers files' hashes by their times in whole seconds; edits here follow each other faster.
    rmSync(join(this.root, '.nx/workspace-data/nx_files.nxt'), { force: true });
    const child = spawn(process.execPath, ['node_modules/nx/dist/bin/nx.js', ...args], {
      cwd: this.root,
      env: this.env,
      timeout: LONGEST_RUN_MS,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => (output += text));
    }
    const [exitCode] = (await once(child, 'close')) as [number | null];
    const tasks: TaskResult[] = readTasks(report, output);
    return {
      exitCode: exitCode ?? 1,
      output,
      tasks: Object.fromEntries(tasks.map((task) => [task.taskId, task])),
    };
  }

  [Symbol.dispose](): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}

function readTasks(report: string, output: string): TaskResult[] {
  try {
    return (JSON.parse(readFileSync(report, 'utf8')) as { tasks: TaskResult[] }).tasks;
  } catch (error) {
    throw new Error(`Nx ran no task:\n${output.slice(-4000)}`, { cause: error });
  }
}
