// @ts-check
/** @import { ReadHost } from '../host/host.mjs' */
/** @import { Check } from './examine.mjs' */

const SHARED = '.env';
const OWN = '.env.local';
/** Takes along what was added, so that nothing is lost. */
const MOVE = `git diff -U0 ${SHARED} | grep '^+[A-Z]' | cut -c2- >> ${OWN}; git checkout -- ${SHARED}`;

/** @type {Check} */
export const envFiles = {
  id: 'env-files',
  title: 'Environment files',
  needs: ['git'],
  async look(host) {
    if ((await host.run('git', ['status', '--porcelain', '--', SHARED])).out.trim() !== '') {
      return {
        status: 'problem',
        says: `${SHARED} is everybody's and was changed here; this machine's choices belong in ${OWN}.`,
        mend: MOVE,
      };
    }
    const unread = await namesThatNobodyReads(host);
    const [name] = unread;
    if (name === undefined) return { status: 'ok', says: `${SHARED} as committed, ${OWN} without an unknown name` };
    return {
      status: 'problem',
      says: `${OWN} sets ${unread.join(', ')}, which nothing reads.`,
      mend: `sed -i.bak '/^\\(${unread.join('\\|')}\\)=/d' ${OWN}`,
    };
  },
};

/** Only names of our own: Nx and Docker read some that stand nowhere in this tree. @param {ReadHost} host */
async function namesThatNobodyReads(host) {
  const names = (host.read(OWN) ?? '').match(/^APP_[A-Z0-9_]+(?==)/gm) ?? [];
  const known = await Promise.all(
    names.map((name) => host.run('git', ['grep', '--quiet', '--word-regexp', '--fixed-strings', name])),
  );
  return names.filter((_, i) => known[i]?.code === 1);
}
