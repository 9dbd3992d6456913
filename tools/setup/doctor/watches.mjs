// @ts-check
/** @import { Check } from './examine.mjs' */

const LIMIT = '/proc/sys/fs/inotify/max_user_watches';
/** Nx, Vite, Django's reloader and an editor each watch every folder of the tree; together they share this number. */
const MINIMUM = 65_536;
const ENOUGH = 524_288;

/** @type {Check} */
export const watches = {
  id: 'file-watches',
  title: 'File watches',
  async look(host) {
    const limit = Number(host.read(LIMIT) ?? Infinity);
    if (limit >= MINIMUM) return { status: 'ok', says: limit === Infinity ? 'no limit' : `${limit}` };
    const sudo = host.user.isRoot ? '' : 'sudo ';
    return {
      status: 'problem',
      says: `Programs may watch ${limit} files, less than ${MINIMUM}: reloading would stop without a word.`,
      mend: `echo fs.inotify.max_user_watches=${ENOUGH} | ${sudo}tee /etc/sysctl.d/60-watches.conf && ${sudo}sysctl --system`,
    };
  },
};
