import { useQuery } from '@tanstack/react-query';
import { checkConsistency } from './consistency';
import { checkHops } from './hops';
import { runProbes } from './probes';
import type { SystemReport } from './report';

const INTERVAL_MS = 10_000;

/** The state of the system, checked again while the page is visible. */
export function useSystemReport() {
  return useQuery({
    queryKey: ['system-report'],
    queryFn: async ({ signal }): Promise<SystemReport> => {
      const probes = await runProbes(signal);
      return { hops: checkHops(probes), consistency: checkConsistency(probes), checkedAt: new Date() };
    },
    refetchInterval: INTERVAL_MS,
    staleTime: 0,
    gcTime: 0,
  });
}
