// @ts-check
import { join } from 'node:path';
import { holds, make } from './own-environment.mjs';

/** @import { ReadHost } from '../host/host.mjs' */
/** @import { Step } from './run-steps.mjs' */

/** An environment of its own, so that the linters' dependencies never meet the application's. */
export const LINTERS = '.local/linters';
const REQUIREMENTS = 'tools/setup/steps/linters.txt';

/** gixy for Nginx, hadolint for Dockerfiles, shellcheck for scripts, zizmor for workflows. @type {Step} */
export const linters = {
  name: 'Linters',
  async look(host) {
    const pinned = pinnedIn(host);
    if (await holds(host, LINTERS, pinned)) return { ok: true, says: `${pinned.length} packages, as locked` };
    const lacks = host.exists(`${LINTERS}/bin/python`) ? 'Not as locked.' : 'Not installed yet.';
    return { ok: false, lacks, way: `npm run setup installs them; if it can't, delete ${LINTERS} first.` };
  },
  async mend(host) {
    const args = ['--require-hashes', '--no-deps', '-r', join(host.root, REQUIREMENTS)];
    await make(host, LINTERS, { tool: 'Linters', args });
  },
};

/** @param {ReadHost} host */
function pinnedIn(host) {
  return (host.read(REQUIREMENTS) ?? '').match(/^[\w.-]+==[\w.-]+/gm) ?? [];
}
