import { join, resolve } from 'node:path';

/** The root of the end-to-end project. */
export const E2E_ROOT = resolve(import.meta.dirname, '..');
export const WORKSPACE_ROOT = resolve(E2E_ROOT, '../..');
/** Everything that a run writes. */
export const REPORTS = join(WORKSPACE_ROOT, 'reports/e2e');
export const ARTIFACTS = join(REPORTS, 'artifacts');
export const SCREENS = join(REPORTS, 'screens');
