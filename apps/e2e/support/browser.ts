import { existsSync } from 'node:fs';
import { chromium, type LaunchOptions } from '@playwright/test';

/** Where Linux distributions install Chromium. The first that exists is used. */
const SYSTEM_CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Playwright's own build gets such flags from Playwright: no GPU, no update checks. */
const SYSTEM_FLAGS = [
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/**
 * Options for `use.launchOptions`: Playwright's own Chromium if it is installed, else the system's.
 *
 * Chromium does not start its sandbox as root, so the sandbox is disabled for root only.
 */
export function browserLaunch(): LaunchOptions {
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  if (existsSync(chromium.executablePath())) return { args: sandbox };
  const executablePath = SYSTEM_CHROMIUM.find((path) => existsSync(path));
  // With neither, Playwright's error message explains how to install a browser.
  return executablePath ? { executablePath, args: [...sandbox, ...SYSTEM_FLAGS] } : {};
}
