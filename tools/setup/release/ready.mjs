// @ts-check
import { Trouble } from '../host/trouble.mjs';

/** @import { ReadHost } from '../host/host.mjs' */

/**
 * A release is made of what is committed on the main branch, and of nothing else.
 *
 * @param {ReadHost} host
 * @throws {Trouble} when something is not committed, on another branch, or behind what was last fetched
 */
export async function assertReady(host) {
  const branch = (await host.run('git', ['branch', '--show-current'])).out.trim();
  const main = JSON.parse(host.read('nx.json') ?? '{}').defaultBase;
  if (branch !== main) {
    const where = branch === '' ? 'No branch is checked out' : `The branch is ${branch}`;
    throw new Trouble(`${where}, and releases are made on ${main}.`, `git switch ${main}`);
  }

  const changed = await host.run('git', ['status', '--porcelain']);
  const files = changed.out.split('\n').filter((line) => line !== '');
  if (changed.code !== 0 || files.length > 0) {
    const first = files[0]?.slice(3) ?? 'git cannot tell which';
    const others = files.length > 1 ? ` and ${files.length - 1} more` : '';
    throw new Trouble(`Not everything is committed: ${first}${others}.`, 'Commit or stash it, and release again.');
  }

  // Without an upstream there is nothing to be behind of.
  const behind = await host.run('git', ['rev-list', '--count', 'HEAD..@{upstream}']);
  if (behind.code === 0 && behind.out.trim() !== '0') {
    throw new Trouble(`${main} lacks ${behind.out.trim()} commits that were fetched.`, 'git pull --rebase');
  }
}
