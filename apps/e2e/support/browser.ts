import { existsSync } from 'node:fs';
import { chromium, type LaunchOptions } from '@playwright/test';

/** Where distributions put the browser; the first that exists is used. */
const SYSTEM_CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** What the system's browser must be told so that it calls nobody and runs without a display card. */
const QUIET = [
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/**
 * How to start Chromium: Playwright's own build when it is installed, else the system's.
 *
 * Chromium refuses its sandbox to root, so it is given up there and only there.
 *
 * @returns options for `use.launchOptions`; empty when Playwright's own browser is there
 */
export function browserLaunch(): LaunchOptions {
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  if (existsSync(chromium.executablePath())) return { args: sandbox };
  const executablePath = SYSTEM_CHROMIUM.find((path) => existsSync(path));
  // With neither, Playwright's own message says how to install a browser.
  return executablePath ? { executablePath, args: [...sandbox, ...QUIET] } : {};
}
