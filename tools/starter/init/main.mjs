// @ts-check
/** `npm run init`: makes a product of this clone (docs/begin.md). Everything is made beside it first, and then put in place. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Git, GitError } from '../git.mjs';
import { CannotMake, productTree } from '../product-tree.mjs';
import { nameFrom, spellingsOf, withDefaults } from './answers.mjs';
import { BadFlag, FLAGS, HELP, readFlags } from './flags.mjs';
import { stepsInPlace } from './in-place.mjs';
import { askAll, confirmed, Left } from './questions.mjs';
import { whyNotReady } from './ready.mjs';
import { refusals } from './refusals.mjs';
import { PLACEHOLDER } from './spellings.mjs';
import { takeAll, Undone } from './steps.mjs';
import { summary } from './summary.mjs';
import { takenNames } from './taken.mjs';

/** @import { Flags } from './flags.mjs' */

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Something that a person has to change before it can be done. Nothing was changed. */
class Refused extends Error {}

/** @param {string[]} args @returns {Promise<void>} */
async function init(args) {
  const flags = readFlags(args);
  if (flags.help) return console.log(HELP);
  const git = new Git(root.replace(/\/$/, ''));
  const reason = whyNotReady(git);
  if (reason !== undefined) throw new Refused(reason);

  const isAsking = Boolean(process.stdin.isTTY && process.stdout.isTTY) && !flags.yes && !process.env['CI'];
  const answers = await answersOf(git, flags, isAsking);
  const version = JSON.parse(readFileSync(`${git.root}/package.json`, 'utf8')).version;
  const origin = git.try('remote', 'get-url', 'origin').out.trim();
  const source = withoutCredentials(flags.source ?? origin);
  const keepsOrigin = flags.source !== undefined && flags.source !== origin;
  const template = { source, version, commit: git.run('rev-parse', 'HEAD'), tree: git.run('rev-parse', 'HEAD^{tree}') };
  console.log('Making the product beside this clone…');
  const tree = productTree(git, { template, answers });
  console.log(summary(git, { tree, answers, source, keepsOrigin }));
  if (flags.dryRun) return console.log('\nNothing was changed.');
  if (isAsking) await confirmed('Do it?');

  const branch = JSON.parse(readFileSync(`${git.root}/nx.json`, 'utf8')).defaultBase;
  const product = {
    spellings: spellingsOf(answers),
    tree,
    branch,
    keepsOrigin,
    makeSecrets: () => makeSecrets(git.root),
  };
  // Ctrl-C comes a moment too late: the steps take less than a second, and half of them would be worse.
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => {});
  takeAll(stepsInPlace(git, product));
  // Folders that git has left, since caches lie in them.
  git.try('clean', '-fdqX', '--', `apps/api/${PLACEHOLDER}`, 'tools/starter/init');
  console.log(`\n${answers.title} is ready, and everything is staged for its first commit:`);
  console.log(`  git commit --message "feat: begins ${answers.title}"\n  npm start`);
}

/**
 * The record is committed: a token that is part of the address stays out of it.
 *
 * @param {string} source
 */
function withoutCredentials(source) {
  return source.replace(/^(https?:\/\/)[^/@]*@/, '$1');
}

/** The stack's own program knows which there are. @param {string} root */
function makeSecrets(root) {
  const made = spawnSync(process.execPath, ['docker/stack/secrets.mjs'], { cwd: root, encoding: 'utf8' });
  if (made.status !== 0) throw new Error(`The secrets could not be made: ${made.stderr}`);
}

/**
 * @param {Git} git
 * @param {Flags} flags
 * @param {boolean} isAsking
 * @throws {Refused} with every reason at once
 */
async function answersOf(git, { given, yes }, isAsking) {
  const taken = takenNames(git.root);
  const folder = nameFrom(basename(git.root));
  const name = folder.includes(PLACEHOLDER) ? nameFrom('') : folder;
  const holder = git.try('config', 'user.name').out.trim() || undefined;
  if (!isAsking && !yes && given.name === undefined) {
    throw new Refused(
      'There is no terminal to ask on: --name says what the product is called, --yes takes every default.',
    );
  }
  const answers = isAsking
    ? await askAll(given, { name, holder, taken })
    : withDefaults({ ...(holder ? { holder } : {}), ...given, name: given.name ?? name });
  const reasons = refusals(answers, taken).map(({ question, sentence }) => `${sentence} (--${FLAGS[question]?.[0]})`);
  if (reasons.length > 0) throw new Refused(reasons.join('\n  '));
  return answers;
}

try {
  await init(process.argv.slice(2));
} catch (error) {
  const isExpected = [Refused, BadFlag, Left, CannotMake, GitError, Undone].some((kind) => error instanceof kind);
  if (!isExpected) throw error;
  const { message } = /** @type {Error} */ (error);
  if (message !== '') console.error(`✗ ${message}`);
  if (error instanceof Undone) console.error('  Everything is as it was.');
  else if (!(error instanceof Left)) console.error('  Nothing was changed.');
  process.exitCode = 1;
}
