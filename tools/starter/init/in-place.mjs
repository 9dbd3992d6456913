// @ts-check
/** What happens to the clone itself, once the product's files are made: step by step, and each can be undone. */
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { PLACEHOLDER, respell } from './spellings.mjs';

/** @import { Git } from '../git.mjs' */
/** @import { Step } from './steps.mjs' */
/** @import { Spellings } from './spellings.mjs' */

/** Environments whose scripts name their own folder by its whole path. */
const ENVIRONMENTS = ['poetry', 'linters'];
const LOCAL_SETTINGS = '.env.local';
const SECRETS = 'docker/stack/.secrets';

/**
 * @param {Git} git
 * @param {{spellings: Spellings, tree: string, branch: string, keepsOrigin: boolean, makeSecrets: (folder: string) => unknown}} product
 *   `tree` is git's name of the product's files, `branch` the one on which it begins
 * @returns {Step[]}
 */
export function stepsInPlace(git, { spellings, tree, branch, keepsOrigin, makeSecrets }) {
  return [
    freshSecrets(git, makeSecrets),
    moved(git.root, `.${PLACEHOLDER}`, `.${spellings.kebab}`, 'the folder of this machine'),
    ownLines(git.root, spellings),
    movedPackages(git.root, spellings.scope),
    files(git, tree),
    newHistory(git, branch, keepsOrigin),
  ];
}

/**
 * Secrets of the template's own stack are nobody else's; the product's are made anew.
 *
 * @param {Git} git
 * @param {(folder: string) => unknown} makeSecrets
 * @returns {Step}
 */
function freshSecrets(git, makeSecrets) {
  const folder = join(git.root, SECRETS);
  const aside = join(git.run('rev-parse', '--absolute-git-dir'), 'secrets-before-init');
  return {
    name: 'secrets',
    take: () => {
      if (existsSync(folder)) renameSync(folder, aside);
      makeSecrets(folder);
    },
    undo: () => {
      rmSync(folder, { recursive: true, force: true });
      if (existsSync(aside)) renameSync(aside, folder);
    },
    finish: () => rmSync(aside, { recursive: true, force: true }),
  };
}

/**
 * @param {string} root
 * @param {string} from
 * @param {string} to
 * @param {string} name
 * @returns {Step}
 */
function moved(root, from, to, name) {
  const [before, after] = [join(root, from), join(root, to)];
  return {
    name,
    take: () => move(before, after),
    undo: () => move(after, before),
  };
}

/** @param {string} before @param {string} after */
function move(before, after) {
  if (!existsSync(before)) return;
  renameSync(before, after);
  for (const environment of ENVIRONMENTS) relocate(join(after, environment), before, after);
}

/**
 * Scripts and configuration of a virtual environment hold its path.
 *
 * @param {string} environment
 * @param {string} before
 * @param {string} after
 */
function relocate(environment, before, after) {
  const isHere = existsSync(join(environment, 'bin')) && !lstatSync(environment).isSymbolicLink();
  if (!isHere) return;
  const scripts = readdirSync(join(environment, 'bin')).map((name) => join(environment, 'bin', name));
  for (const file of [join(environment, 'pyvenv.cfg'), ...scripts]) {
    if (!existsSync(file) || !lstatSync(file).isFile()) continue;
    const text = readFileSync(file, 'latin1');
    const moved = text.replaceAll(`${before}/`, `${after}/`);
    // A program may hold the path too, and a longer one would break it; nothing reads it there.
    if (moved !== text && !text.includes('\0')) writeFileSync(file, moved, 'latin1');
  }
}

/**
 * What a person has set for this machine: the variables' names begin with the product's.
 *
 * @param {string} root
 * @param {Spellings} spellings
 * @returns {Step}
 */
function ownLines(root, spellings) {
  const file = join(root, LOCAL_SETTINGS);
  const before = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  return {
    name: 'settings of this machine',
    take: () => {
      if (before !== undefined) writeNew(file, respell(LOCAL_SETTINGS, before, spellings));
    },
    undo: () => {
      if (before !== undefined) writeNew(file, before);
    },
  };
}

/**
 * The workspace's own packages are links below their scope, and npm has noted where.
 *
 * @param {string} root
 * @param {string} scope
 * @returns {Step}
 */
function movedPackages(root, scope) {
  const note = join(root, 'node_modules/.package-lock.json');
  /** @param {string} from @param {string} to */
  const move = (from, to) => {
    const [before, after] = [join(root, 'node_modules', `@${from}`), join(root, 'node_modules', `@${to}`)];
    if (from === to || !existsSync(before)) return;
    mkdirSync(dirname(after), { recursive: true });
    renameSync(before, after);
    if (!existsSync(note)) return;
    const text = readFileSync(note, 'utf8').replaceAll(`"@${from}/`, `"@${to}/`);
    writeNew(note, text.replaceAll(`node_modules/@${from}/`, `node_modules/@${to}/`));
  };
  return {
    name: 'installed packages',
    take: () => move(PLACEHOLDER, scope),
    undo: () => move(scope, PLACEHOLDER),
  };
}

/** In place of the old file, which may be a second name of another's. @param {string} path @param {string} text */
function writeNew(path, text) {
  writeFileSync(`${path}.new`, text);
  renameSync(`${path}.new`, path);
}

/**
 * @param {Git} git
 * @param {string} tree
 * @returns {Step}
 */
function files(git, tree) {
  const before = git.run('rev-parse', 'HEAD^{tree}');
  return {
    name: 'files',
    take: () => void git.run('read-tree', '-u', '--reset', tree),
    undo: () => void git.run('read-tree', '-u', '--reset', before),
  };
}

/**
 * The template's history is not the product's: HEAD stands on a branch without a commit, and nothing names the old ones.
 *
 * @param {Git} git
 * @param {string} branch
 * @param {boolean} keepsOrigin
 * @returns {Step}
 */
function newHistory(git, branch, keepsOrigin) {
  const head = git.try('symbolic-ref', '--quiet', 'HEAD').out.trim() || git.run('rev-parse', 'HEAD');
  const format = '--format=%(refname) %(objectname) %(symref)';
  const places = ['refs/heads', 'refs/tags', ...(keepsOrigin ? [] : ['refs/remotes'])];
  const refs = git
    .run('for-each-ref', format, ...places)
    .split('\n')
    .filter(Boolean);
  const config = join(git.run('rev-parse', '--absolute-git-dir'), 'config');
  const configBefore = readFileSync(config);
  return {
    name: 'history',
    take: () => {
      git.run('symbolic-ref', 'HEAD', `refs/heads/${branch}`);
      for (const ref of refs) git.run('update-ref', '--no-deref', '-d', ref.split(' ')[0] ?? '');
      if (keepsOrigin) return;
      for (const remote of git.run('remote').split('\n').filter(Boolean)) git.run('remote', 'remove', remote);
    },
    undo: () => {
      writeFileSync(config, configBefore);
      for (const ref of refs) {
        const [name = '', object = '', target] = ref.split(' ');
        if (target) git.run('symbolic-ref', name, target);
        else git.run('update-ref', name, object);
      }
      if (head.startsWith('refs/')) git.run('symbolic-ref', 'HEAD', head);
      else git.run('update-ref', '--no-deref', 'HEAD', head);
    },
  };
}
