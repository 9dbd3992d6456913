// @ts-check
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { productTree } from '../product-tree.mjs';
import { readRecord, RECORD } from '../record.mjs';
import { mergeTrees } from './merge.mjs';
import { pending, runMigration } from './migrations.mjs';
import { fetchVersions, whatIsNew } from './source.mjs';

/** @import { Git } from '../git.mjs' */
/** @import { Record } from '../record.mjs' */

/** Something that a person has to change first. Nothing was changed. */
export class Refused extends Error {}

/** Exit codes of `--check`. */
export const UP_TO_DATE = 0;
export const UPDATE_THERE = 2;

/**
 * @typedef {object} Request
 * @property {string} [from] the template's repository, if it is not the recorded one
 * @property {string} [to] a tag, branch or commit of it, if it shall not be the newest release
 * @property {(line: string) => void} say
 */

/**
 * Says whether a later version is there, and changes nothing.
 *
 * @param {Git} git
 * @param {Request} request
 * @returns {number} an exit code
 */
export function check(git, { from, say }) {
  const { template } = recordOf(git);
  const found = whatIsNew(git, template, sourceOf(template.source, from));
  const here = `This product has version ${template.version} of the template`;
  say(
    found === undefined
      ? `${here}, and there is no later one.`
      : `${here}; ${named(found)} is there: npm run template:update`,
  );
  return found === undefined ? UP_TO_DATE : UPDATE_THERE;
}

/**
 * Brings a later version of the template into the work tree and the index; commits nothing.
 *
 * @param {Git} git
 * @param {Request} request
 * @returns {Promise<number>} an exit code: 0 when everything is staged, 1 when conflicts are left
 * @throws {Refused} before anything is changed
 * @throws {Error} when a migration fails; then everything is as it was
 */
export async function update(git, { from, to, say }) {
  const record = recordOf(git);
  refuseUnlessClean(git);
  const source = sourceOf(record.template.source, from);
  const wanted = to ?? whatIsNew(git, record.template, source);
  if (wanted === undefined) {
    say(`This product has version ${record.template.version} of the template, and there is no later one.`);
    return 0;
  }
  const versions = fetchVersions(git, { here: record.template, source, to: refOf(wanted) });
  const { answers } = record;
  say(`Making the product of version ${versions.from.version}, and of ${named(wanted)}…`);
  const base = productTree(git, { template: versions.from, answers });
  const theirs = productTree(git, { template: versions.to, answers });
  const label = `template ${versions.to.version}`;

  const conflicts = mergeTrees(git, { base, theirs, label });
  const next = readRecord(git.run('cat-file', 'blob', `${theirs}:${RECORD}`));
  const migrations = pending(record.migrations, next.migrations);
  if (conflicts.length > 0) {
    if (migrations.length > 0) writeFileSync(pendingFile(git), JSON.stringify(migrations));
    say(`\nBoth sides changed ${conflicts.length === 1 ? 'a place' : 'places'} in\n  ${conflicts.join('\n  ')}`);
    say(
      `Put them right and stage them${migrations.length > 0 ? '; then npm run template:update -- --continue' : ', and commit'}.`,
    );
    say('To take everything back: git reset --hard');
    return 1;
  }
  await migrateOrReset(git, migrations, say);
  done(git, say);
  return 0;
}

/**
 * Runs the migrations that had to wait for a person to resolve conflicts.
 *
 * @param {Git} git
 * @param {Request} request
 * @throws {Refused} when there is nothing to go on with, or conflicts are left
 */
export async function goOn(git, { say }) {
  const file = pendingFile(git);
  if (!existsSync(file)) throw new Refused('No update is waiting here.');
  const conflicts = git.list('diff', '--name-only', '--diff-filter=U', '-z');
  if (conflicts.length > 0)
    throw new Refused(`Conflicts are left in ${conflicts.join(', ')}: git add says that one is resolved.`);
  /** @type {string[]} */
  const waiting = JSON.parse(readFileSync(file, 'utf8'));
  while (waiting[0] !== undefined) {
    say(`  ${waiting[0]}`);
    await runMigration(git.root, waiting[0]);
    waiting.shift();
    writeFileSync(file, JSON.stringify(waiting));
  }
  rmSync(file);
  git.run('add', '--all');
  done(git, say);
}

/**
 * The tree was clean and everything committed, so that going back to it loses nothing.
 *
 * @param {Git} git
 * @param {string[]} migrations
 * @param {(line: string) => void} say
 */
async function migrateOrReset(git, migrations, say) {
  try {
    for (const name of migrations) {
      say(`  ${name}`);
      await runMigration(git.root, name);
    }
    git.run('add', '--all');
  } catch (error) {
    git.run('reset', '--quiet', '--hard');
    git.run('clean', '--quiet', '-d', '--force');
    throw error;
  }
}

/** @param {Git} git @param {(line: string) => void} say */
function done(git, say) {
  const { template } = readRecord(readFileSync(join(git.root, RECORD), 'utf8'));
  const files = git.list('diff', '--cached', '--name-only', '-z').length;
  say(`\nVersion ${template.version} of the template is staged: ${files} files. Look at it, test it, and commit it:`);
  say(`  git diff --cached\n  npm test\n  git commit --message "chore: updates the template to ${template.version}"`);
}

/** @param {Git} git @returns {Record} */
function recordOf(git) {
  const file = join(git.root, RECORD);
  if (!existsSync(file))
    throw new Refused(`There is no ${RECORD}: this is no product of the template. Begin one with npm run init.`);
  return readRecord(readFileSync(file, 'utf8'));
}

/** @param {Git} git */
function refuseUnlessClean(git) {
  if (git.try('rev-parse', '--verify', '--quiet', 'HEAD').status !== 0) {
    throw new Refused('Nothing is committed here yet. Commit the product first.');
  }
  const changed = git.list('status', '--porcelain', '-z');
  if (changed.length === 0) return rmSync(pendingFile(git), { force: true });
  const others = changed.length > 1 ? ` and ${changed.length - 1} more` : '';
  throw new Refused(`Not everything is committed: ${changed[0]?.slice(3)}${others}. Commit or stash it first.`);
}

/** @param {string} recorded @param {string} [from] */
function sourceOf(recorded, from) {
  const source = from ?? recorded;
  if (source !== '') return source;
  throw new Refused(`${RECORD} does not say where the template's repository is. Name it: --from ADDRESS`);
}

/** @param {Git} git */
function pendingFile(git) {
  return join(git.run('rev-parse', '--absolute-git-dir'), 'template-update.json');
}

/** @param {string} wanted */
function refOf(wanted) {
  return /^v\d/.test(wanted) ? `refs/tags/${wanted}` : wanted;
}

/** @param {string} wanted */
function named(wanted) {
  return wanted === 'HEAD' ? 'what is newest there' : wanted;
}
