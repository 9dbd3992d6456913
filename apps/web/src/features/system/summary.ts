import type { SystemReport } from './hop';

/** The report in one sentence. */
export function summarize({ hops, cargo }: SystemReport): string {
  const failed = [...hops, ...cargo].filter((check) => check.state === 'failed').map((check) => check.name);
  if (failed.length === 0) return 'Every hop answers';
  return `Needs a look: ${failed.join(', ')}`;
}
