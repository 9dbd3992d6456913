// @ts-check
import { spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Git } from '../../git.mjs';
import { filesOfWorkspace, SOMEBODY, workspaceRoot } from '../../testing/repository.mjs';

/** What this machine has installed is somebody's machine too: a clone borrows it, and its own packages lead into itself. */
const TOOLS = ['linters', 'poetry'];

/** A folder of repositories, with what is run in them. */
export class Place {
  constructor() {
    this.folder = mkdtempSync(join(tmpdir(), 'products-'));
  }

  /**
   * The template as it stands here, committed or not, in a repository of its own.
   *
   * @returns {Git}
   */
  template() {
    const root = join(this.folder, 'template');
    for (const file of filesOfWorkspace().filter((path) => existsSync(join(workspaceRoot, path)))) {
      mkdirSync(dirname(join(root, file)), { recursive: true });
      copyFileSync(join(workspaceRoot, file), join(root, file));
    }
    const git = new Git(root, SOMEBODY);
    git.run('init', '--quiet', '--initial-branch', 'main');
    git.run('add', '--all');
    git.run('commit', '--quiet', '--message', 'template');
    return git;
  }

  /**
   * @param {Git} template
   * @param {string} name
   * @returns {Git} a clone that is set up
   */
  clone(template, name) {
    const root = join(this.folder, name);
    template.run('clone', '--quiet', template.root, root);
    const modules = join(workspaceRoot, 'node_modules');
    // Hard links take seconds; another file system has none.
    if (spawnSync('cp', ['-al', modules, root]).status !== 0) {
      cpSync(modules, join(root, 'node_modules'), { recursive: true, verbatimSymlinks: true });
    }
    symlinkSync(join(workspaceRoot, 'apps/api/.venv'), join(root, 'apps/api/.venv'));
    mkdirSync(join(root, '.tandem'));
    for (const tool of TOOLS) symlinkSync(join(workspaceRoot, '.tandem', tool), join(root, '.tandem', tool));
    return new Git(root, SOMEBODY);
  }

  remove() {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/**
 * Runs a command as a person would, with what Nx tells its tasks about another run taken away.
 *
 * @param {Git} git where
 * @param {string} program
 * @param {...string} args
 * @returns {{code: number | null, said: string}}
 */
export function command(git, program, ...args) {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(?:NX_|NODE_TEST|NODE_OPTIONS$)/.test(name));
  const env = { ...Object.fromEntries(inherited), ...SOMEBODY, NX_DAEMON: 'false', FORCE_COLOR: '0', CI: 'true' };
  const ran = spawnSync(program, args, { cwd: git.root, encoding: 'utf8', env, maxBuffer: 1 << 28 });
  return { code: ran.status, said: `${ran.stdout}${ran.stderr}` };
}
