// @ts-check
/**
 * Everything that setup may do to a machine. Steps get it handed in, so that tests can hand in a machine of their own
 * and `APP_SETUP=check` one that refuses every change.
 */
import fs, { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { dirname, resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { fileURLToPath } from 'node:url';
import { capture, show } from './run.mjs';

/** @import { Ran, RunOptions } from './run.mjs' */

/**
 * @typedef {object} ReadHost what a look at the machine may use
 * @property {string} root the workspace
 * @property {string} home the person's home folder
 * @property {NodeJS.ProcessEnv} env
 * @property {NodeJS.Platform} platform
 * @property {string} nodeVersion
 * @property {{isRoot: boolean, name: string}} user
 * @property {boolean} isAttended somebody sits at the terminal
 * @property {(program: string, args: string[], options?: RunOptions) => Promise<Ran>} run quietly, never throwing
 * @property {(path: string) => string | undefined} read a path is absolute or from the workspace's root
 * @property {(path: string) => boolean} exists
 * @property {(path: string) => string[]} list names in a folder; none when it is missing or a file
 * @property {(path: string) => number} free bytes that a person may still write where a file or folder is; without it, where it would be
 * @property {(line: string) => void} say
 */

/**
 * @typedef {object} Changes what only a repair may use
 * @property {boolean} mayAsk somebody can be asked, and did not say yes to everything
 * @property {(program: string, args: string[], options?: RunOptions) => Promise<Ran>} show runs with the output shown as it comes
 * @property {(path: string, text: string) => void} write
 * @property {(path: string) => void} remove
 * @property {(question: string) => Promise<boolean>} ask
 */

/** @typedef {ReadHost & Changes} Host */

const workspaceRoot = fileURLToPath(new URL('../../..', import.meta.url));

/**
 * The machine that this process runs on.
 *
 * @param {{args?: string[], root?: string}} [options] the command line (`--yes`)
 * @returns {Host}
 */
export function thisHost({ args = [], root = resolve(workspaceRoot) } = {}) {
  const user = userInfo();
  // An empty HOME sends npm, pip and Docker to the root of the file system.
  const home = process.env['HOME'] || user.homedir;
  const env = { ...process.env, HOME: home };
  /** @param {string} path */
  const at = (path) => resolve(root, path);
  /** @param {RunOptions} [options] @returns {RunOptions} */
  const inRoot = (options = {}) => ({ cwd: root, ...options, env: { ...env, ...options.env } });
  const terminal = Boolean(process.stdin.isTTY && process.stdout.isTTY) && !process.env['CI'];
  return {
    root,
    home,
    env,
    platform: process.platform,
    nodeVersion: process.versions.node,
    user: { isRoot: user.uid === 0, name: user.username },
    isAttended: terminal,
    mayAsk: terminal && !args.includes('--yes'),
    run: (program, programArgs, options) => capture(program, programArgs, inRoot(options)),
    show: (program, programArgs, options) => show(program, programArgs, inRoot(options)),
    read: (path) =>
      statSync(at(path), { throwIfNoEntry: false })?.isFile() ? readFileSync(at(path), 'utf8') : undefined,
    exists: (path) => existsSync(at(path)),
    list: (path) => (statSync(at(path), { throwIfNoEntry: false })?.isDirectory() ? readdirSync(at(path)) : []),
    free: (path) => freeAt(at(path)),
    write: (path, text) => {
      mkdirSync(dirname(at(path)), { recursive: true });
      writeFileSync(at(path), text);
    },
    remove: (path) => rmSync(at(path), { recursive: true, force: true }),
    say: (line) => console.log(line),
    ask: askOnTerminal,
  };
}

/** @param {string} path @returns {number} bytes */
function freeAt(path) {
  if (!existsSync(path)) return freeAt(dirname(path));
  // Not imported by name: a Node too old to have it should still be told so.
  const { bavail, bsize } = fs.statfsSync(path);
  return bavail * bsize;
}

/** Leaving without an answer, by Ctrl-C or Ctrl-D, is a no. @param {string} question */
async function askOnTerminal(question) {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(`${question} [Y/n] `).catch(() => 'no');
  terminal.close();
  return /^(y|yes)?$/i.test(answer.trim());
}
