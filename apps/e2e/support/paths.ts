import { join, resolve } from 'node:path';

/** The folder of the end-to-end project; Playwright is always started in it or by its configuration file. */
export const E2E_ROOT = resolve(import.meta.dirname, '..');
export const WORKSPACE_ROOT = resolve(E2E_ROOT, '../..');
/** Everything that a run leaves behind. */
export const REPORTS = join(WORKSPACE_ROOT, 'reports/e2e');
export const ARTIFACTS = join(REPORTS, 'artifacts');
export const SCREENS = join(REPORTS, 'screens');
