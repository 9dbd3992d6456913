import { Status, Stop } from '@app/ui';
import type { Check } from '../hop';
import { CodeWords } from './code-words';

const TONES = { ok: 'ok', failed: 'failed', unreached: 'quiet' } as const;
const RINGS = { ok: 'ok', failed: 'failed', unreached: 'unknown' } as const;
const WORDS = { ok: 'OK', failed: 'Failed', unreached: 'Not reached' } as const;

/** Something that travels along the line. */
export function CargoItem({ check }: { check: Check }) {
  return (
    <Stop as="li" tone={RINGS[check.state]} filled={check.state === 'ok'} className="pb-6">
      <div>
        <div className="flex flex-wrap items-baseline gap-x-3">
          <h3 className="font-semibold">{check.name}</h3>
          <Status tone={TONES[check.state]}>{WORDS[check.state]}</Status>
        </div>
        <p className="text-sm text-ink-soft">{check.what}</p>
        {check.version !== null && <p className="font-mono text-xs break-all text-ink-soft">{check.version}</p>}
        {check.fix !== null && (
          <p className="mt-1 text-sm font-medium text-failed">
            <CodeWords text={check.fix} />
          </p>
        )}
      </div>
    </Stop>
  );
}
