// @ts-check
import { runAsRoot } from '../host/as-root.mjs';

/** @import { Host, ReadHost } from '../host/host.mjs' */

/** Who is in it may use the engine, which is as good as being root. */
export const GROUP = 'docker';

/**
 * Whether the system counts the person among the group already; the running session may be older than that.
 *
 * @param {ReadHost} host
 */
export function isMember(host) {
  const members = new RegExp(`^${GROUP}:[^:]*:\\d*:(.*)$`, 'm').exec(host.read('/etc/group') ?? '')?.[1] ?? '';
  return members.split(',').includes(host.user.name);
}

/** @param {Host} host */
export async function addToGroup(host) {
  await runAsRoot(host, ['usermod', '-aG', GROUP, host.user.name]);
}
