import { Status } from '@app/ui';
import type { CheckState } from '../report';

const TONES = { ok: 'ok', failed: 'failed', unreached: 'quiet' } as const;
const LABELS = { ok: 'OK', failed: 'Failed', unreached: 'Not reached' };

export function CheckStatus({ state }: { state: CheckState }) {
  return <Status tone={TONES[state]}>{LABELS[state]}</Status>;
}
