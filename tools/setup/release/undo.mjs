// @ts-check

/** @import { Host, ReadHost } from '../host/host.mjs' */

/**
 * @typedef {object} Mark where the repository stood
 * @property {string} head the commit's id
 * @property {string[]} tags versions before it, the oldest first
 */

/**
 * @param {ReadHost} host
 * @returns {Promise<Mark>}
 */
export async function mark(host) {
  const head = await host.run('git', ['rev-parse', 'HEAD']);
  const tags = await host.run('git', ['tag', '--list', 'v*', '--merged', 'HEAD', '--sort', 'version:refname']);
  return { head: head.out.trim(), tags: tags.out.split('\n').filter((tag) => tag !== '') };
}

/**
 * @param {ReadHost} host
 * @param {Mark} before
 * @returns {Promise<{tags: string[], isCommitted: boolean}>} the tags that came, and whether a commit did
 */
export async function marksSince(host, before) {
  const now = await mark(host);
  return { tags: now.tags.filter((tag) => !before.tags.includes(tag)), isCommitted: now.head !== before.head };
}

/**
 * Takes back what a release that broke off has left: its tag, its commit, its files. Everything was committed when it
 * began, so nothing else can be lost.
 *
 * @param {Host} host
 * @param {Mark} before
 */
export async function undo(host, before) {
  const { tags } = await marksSince(host, before);
  if (tags.length > 0) await host.run('git', ['tag', '--delete', ...tags]);
  await host.run('git', ['reset', '--quiet', '--hard', before.head]);
  await host.run('git', ['clean', '--quiet', '--force', '-d']);
}
