import { useQuery } from '@tanstack/react-query';
import type { SystemReport } from '../hop';
import { askAll } from './answers';
import { checkCargo } from './cargo-checks';
import { checkLine } from './line-checks';

const CHECK_EVERY_MS = 10_000;

/** The state of every hop, asked again every ten seconds while the page is looked at. */
export function useSystemReport() {
  return useQuery({
    queryKey: ['system-report'],
    queryFn: async ({ signal }): Promise<SystemReport> => {
      const answers = await askAll(signal);
      return { hops: checkLine(answers), cargo: checkCargo(answers), checkedAt: new Date() };
    },
    refetchInterval: CHECK_EVERY_MS,
    // A report is about this moment.
    staleTime: 0,
    gcTime: 0,
  });
}
