// @ts-check
import { hasApt } from '../host/as-root.mjs';
import { installPackages } from '../host/apt.mjs';
import { readSystem } from '../host/os-release.mjs';
import { PLAYWRIGHT, ownBrowser, supplyLibraries } from '../browser/own.mjs';
import { systemBrowser } from '../browser/system.mjs';

/** @import { Step } from './run-steps.mjs' */

const QUARTER_HOUR_MS = 15 * 60_000;

/** @type {Step} */
export const browser = {
  name: 'Browser for tests',
  async look(host) {
    const own = ownBrowser(host);
    if (own !== undefined) return { ok: true, says: `Playwright's Chromium (build ${own})` };
    const found = await systemBrowser(host);
    if (found !== undefined) return { ok: true, says: found };
    const isUbuntu = readSystem(host).id === 'ubuntu';
    return {
      ok: false,
      lacks: 'None that Playwright can drive.',
      way: isUbuntu
        ? 'Run `npx playwright install --with-deps chromium`; Ubuntu’s own chromium is a snap, which Playwright cannot drive.'
        : 'Run `npx playwright install --with-deps chromium`, or install Chromium with the package manager of your system.',
    };
  },
  async mend(host) {
    host.say('  Downloading Playwright’s Chromium');
    const ran = await host.run(process.execPath, [PLAYWRIGHT, 'install', 'chromium'], {
      timeout: QUARTER_HOUR_MS,
    });
    if (ran.code === 0) return supplyLibraries(host);
    const reason = /^Error: .*/m.exec(`${ran.out}\n${ran.err}`)?.[0] ?? `code ${ran.code}`;
    host.say(`  It cannot be downloaded from here (${reason}).`);
    if (readSystem(host).id === 'debian' && hasApt(host)) {
      await installPackages(host, ['chromium'], { because: 'Debian has a Chromium of its own.' });
    }
  },
};
