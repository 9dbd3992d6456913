import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { WORKSPACE_ROOT } from './paths.ts';

/** Save a measured result, which `npm run test:production` prints at its end. */
export function saveFigure(what: string, result: string): void {
  const folder = join(WORKSPACE_ROOT, 'reports/figures');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${what.replaceAll(/\W+/g, '-').toLowerCase()}.txt`), `${what}: ${result}\n`);
}
