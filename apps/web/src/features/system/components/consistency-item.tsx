import { Stop } from '@app/ui';
import type { Check } from '../report';
import { CheckStatus } from './check-status';
import { Fix } from './fix';

const TONES = { ok: 'ok', failed: 'failed', unreached: 'unknown' } as const;

export function ConsistencyItem({ check }: { check: Check }) {
  return (
    <Stop as="li" tone={TONES[check.state]} filled={check.state === 'ok'} className="pb-6">
      <div>
        <div className="flex flex-wrap items-baseline gap-x-3">
          <h3 className="font-semibold">{check.name}</h3>
          <CheckStatus state={check.state} />
        </div>
        <p className="text-sm text-ink-soft">{check.what}</p>
        {check.version !== null && <p className="font-mono text-xs break-all text-ink-soft">{check.version}</p>}
        <Fix text={check.fix} className="mt-1" />
      </div>
    </Stop>
  );
}
