/** The process behind `Hunter`: one request after the other, each answered with one reply. */
import { Stack } from '../support/stack.ts';
import { Hunt, nameOf } from './hunt.ts';
import type { HuntReply, HuntRequest } from './hunter.ts';
import { readNoticedBy } from './noticed-by.ts';
import { loadSuite } from './suite.ts';

const suite = await loadSuite();
const hunt = new Hunt(suite, readNoticedBy());

process.on('message', (request: HuntRequest) => void answer(request).then((reply) => process.send?.(reply)));
// Without the run that started it, nobody takes its stack down either.
process.on('disconnect', () => process.exit());

async function answer({ stack, mutant, checks }: HuntRequest): Promise<HuntReply> {
  const hunter = mutant ? hunt : checks === 'killers' ? hunt.again() : new Hunt(suite.slice(0, 1));
  const { killer, isStackTouched } = await hunter.findKiller(mutant ?? { id: '', file: '' }, new Stack(stack));
  const unsteady = [...hunter.unsteady];
  hunter.unsteady.clear();
  return { ...(killer ? { killer: nameOf(killer.check), complaint: killer.complaint } : {}), isStackTouched, unsteady };
}
