import { claimRun, sweep } from '../support/run-name.ts';

/** Stacks of runs that crashed are taken down; those of this run are, whatever ends it. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  process.once('SIGTERM', () => process.emit('SIGINT'));
  await sweep('crashed');
  claimRun();
  return () => sweep('mine');
}
