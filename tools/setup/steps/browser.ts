import { existsSync } from 'node:fs';
import { lastLine, run, UserError } from '../shell.ts';
import type { Step } from '../step.ts';
import { hasApt, installPackages, readSystem } from '../system.ts';

/** Paths of the distributions' browsers; the end-to-end tests use the same list. */
const SYSTEM_BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
/** Ubuntu's own package is a snap, which Playwright cannot control. */
const isDebian = hasApt && readSystem().id === 'debian';

/** Chromium for Playwright: Debian's own package on Debian, Playwright's download elsewhere. */
export const browser: Step = {
  id: 'browser',
  title: 'Browser for tests',
  async check() {
    for (const path of SYSTEM_BROWSERS.filter((candidate) => existsSync(candidate))) {
      // Ubuntu's chromium-browser is a script that only explains how to install the snap.
      const { ok, stdout } = await run(path, ['--version'], { timeout: 10_000 });
      if (ok) return { ok: true, message: `${stdout.split(' built')[0] ?? ''} (${path})` };
    }
    const { chromium } = await import('@playwright/test');
    if (existsSync(chromium.executablePath())) return { ok: true, message: "Playwright's Chromium" };
    const packages = isDebian ? { packages: ['chromium'] } : {};
    return { ok: false, message: 'Chromium is not installed.', ...packages };
  },
  async fix(log) {
    if (isDebian) return installPackages(['chromium'], log);
    const libraries = hasApt ? ['--with-deps'] : [];
    const result = await run('playwright', ['install', ...libraries, 'chromium'], { log });
    if (!result.ok) {
      throw new UserError(`Playwright could not install Chromium: ${lastLine(result)} Install Chromium yourself.`);
    }
  },
};
