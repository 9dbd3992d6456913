// @ts-check
import { quote } from '../host/relaunch.mjs';

/** @import { Check } from './examine.mjs' */

const LISTED = 5;
const UNIX = `perl -pi -e 's/\\r$//'`;
const EVERY = `git -c core.quotePath=false ls-files --eol | awk -F'\\t' '$1 ~ /w\\/(crlf|mixed)/ && $1 !~ /-text/ {print $2}' | tr '\\n' '\\0' | xargs -0 ${UNIX}`;

/** A script with CRLF starts in no container, and says "not found" of itself. @type {Check} */
export const lineEndings = {
  id: 'line-endings',
  title: 'Line endings',
  needs: ['git'],
  async look(host) {
    const listed = await host.run('git', ['ls-files', '-z', '--eol']);
    const files = listed.out.split('\0').flatMap((entry) => {
      const [, index = '', tree = '', attributes = '', path = ''] =
        /^i\/(\S*)\s+w\/(\S*)\s+attr\/(.*?)\s*\t(.*)$/.exec(entry) ?? [];
      return path === '' || /-text|eol=crlf/.test(attributes) ? [] : [{ index, tree, path }];
    });
    const inTree = files.filter(({ tree }) => tree === 'crlf' || tree === 'mixed').map(({ path }) => path);
    if (inTree.length > 0) {
      const mend = inTree.length > LISTED ? EVERY : [UNIX, ...inTree.map(word)].join(' ');
      return { status: 'problem', says: `CRLF in ${some(inTree)}.`, mend };
    }
    const committed = files.filter(({ index }) => index === 'crlf' || index === 'mixed').map(({ path }) => path);
    if (committed.length > 0) {
      return { status: 'problem', says: `CRLF is committed in ${some(committed)}.`, mend: 'git add --renormalize .' };
    }
    const converts = (await host.run('git', ['config', 'core.autocrlf'])).out.trim();
    const overruled = converts === 'true' ? '; .gitattributes overrules core.autocrlf=true' : '';
    return { status: 'ok', says: `LF in ${files.length} files${overruled}` };
  },
};

/** @param {string[]} paths */
function some(paths) {
  const more = paths.length - LISTED;
  return `${paths.slice(0, LISTED).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

/** @param {string} path */
function word(path) {
  return /^[\w./@-]+$/.test(path) ? path : quote(path);
}
