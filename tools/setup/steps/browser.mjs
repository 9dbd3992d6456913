// @ts-check
import { join } from 'node:path';
import { installPackages } from '../host/apt.mjs';
import { hasApt } from '../host/as-root.mjs';
import { readSystem } from '../host/os-release.mjs';

/** @import { ReadHost } from '../host/host.mjs' */
/** @import { Step } from './run-steps.mjs' */

const SYSTEM_BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const PLAYWRIGHT = 'node_modules/@playwright/test/cli.js';

/** @type {Step} */
export const browser = {
  name: 'Browser for tests',
  async look(host) {
    const own = ownBrowser(host);
    if (own !== undefined) return { ok: true, says: `Playwright's Chromium (build ${own})` };
    for (const path of SYSTEM_BROWSERS.filter((candidate) => host.exists(candidate))) {
      // Ubuntu's is a script that says to install a snap.
      const { code, out } = await host.run(path, ['--version'], { timeout: 10_000 });
      if (code === 0) return { ok: true, says: `${out.trim().split(' built')[0]} (${path})` };
    }
    const way =
      readSystem(host).id === 'ubuntu'
        ? 'Run `npx playwright install --with-deps chromium`; Ubuntu’s own chromium is a snap, which Playwright cannot drive.'
        : 'Run `npx playwright install --with-deps chromium`, or install Chromium with the package manager of your system.';
    return { ok: false, lacks: 'None that Playwright can drive.', way };
  },
  async mend(host) {
    const ran = await host.show(process.execPath, [PLAYWRIGHT, 'install', 'chromium'], { timeout: 15 * 60_000 });
    if (ran.code === 0) {
      if (hasApt(host) && host.user.isRoot) await host.show(process.execPath, [PLAYWRIGHT, 'install-deps', 'chromium']);
      return;
    }
    if (readSystem(host).id === 'debian' && hasApt(host)) {
      await installPackages(host, ['chromium'], { because: 'Playwright’s own browser cannot be fetched from here.' });
    }
  },
};

/**
 * Playwright notes a finished download in a file; asking Playwright itself takes half a second.
 *
 * @param {ReadHost} host
 * @returns {string | undefined} the build, when both of its programs are there
 */
function ownBrowser(host) {
  const list = host.read('node_modules/playwright-core/browsers.json');
  if (list === undefined) return undefined;
  /** @type {{browsers: {name: string, revision: string}[]}} */
  const { browsers } = JSON.parse(list);
  const revision = browsers.find(({ name }) => name === 'chromium')?.revision;
  const cache = host.platform === 'darwin' ? 'Library/Caches' : '.cache';
  const folder = host.env['PLAYWRIGHT_BROWSERS_PATH'] ?? join(host.home, cache, 'ms-playwright');
  const isThere = ['chromium', 'chromium_headless_shell'].every((name) =>
    host.exists(join(folder, `${name}-${revision}`, 'INSTALLATION_COMPLETE')),
  );
  return isThere ? revision : undefined;
}
