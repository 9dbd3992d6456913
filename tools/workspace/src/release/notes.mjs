// @ts-check
/**
 * `node tools/workspace/src/release/notes.mjs v1.2.0`: prints what the changelog says of a tagged release, and fails with
 * one sentence when the tag is not one: what is published under a version has to be that version, of the main branch.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** @param {string} path from the workspace's root, where this runs */
const read = (path) => readFileSync(path, 'utf8');

/** @param {string} tag @returns {string} why it is no release; empty if it is one */
function complaint(tag) {
  const { version } = JSON.parse(read('package.json'));
  if (tag !== `v${version}`) return `${tag} is not v${version}, the version of what is checked out.`;
  const main = `origin/${JSON.parse(read('nx.json')).defaultBase}`;
  const isOnMain = spawnSync('git', ['merge-base', '--is-ancestor', 'HEAD', main]).status === 0;
  return isOnMain ? '' : `${tag} is not on ${main}.`;
}

const [tag = 'No tag'] = process.argv.slice(2);
const reason = complaint(tag);
const [section] = read('CHANGELOG.md')
  .split(/^(?=## )/m)
  .filter((text) => text.startsWith(`## ${tag.slice(1)} `));
if (reason !== '' || section === undefined) {
  console.error(`✗ ${reason || `CHANGELOG.md says nothing of ${tag}.`}`);
  process.exitCode = 1;
} else {
  console.log(section.trim());
}
