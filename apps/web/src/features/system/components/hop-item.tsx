import { Status, type StatusTone } from '@app/ui';
import type { Check, HopState } from '../hop';
import { CodeWords } from './code-words';

const WORDS: Record<HopState, { tone: StatusTone; word: string }> = {
  ok: { tone: 'ok', word: 'OK' },
  failed: { tone: 'failed', word: 'Failed' },
  unreached: { tone: 'quiet', word: 'Not reached' },
};

const MS = new Intl.NumberFormat('en', { maximumSignificantDigits: 2 });

/** One hop on the line: what it is, how it is, and what to do when it is not well. */
export function HopItem({ hop }: { hop: Check }) {
  const { tone, word } = WORDS[hop.state];
  return (
    <li className="hop" data-state={hop.state}>
      <div className="hop-text">
        <h2 className="text-lg font-semibold tracking-tight">{hop.name}</h2>
        <p className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1">
          <Status tone={tone}>{word}</Status>
          {hop.durationMs !== null && hop.state === 'ok' && (
            <span className="text-sm text-ink-soft tabular-nums">{MS.format(hop.durationMs)} ms</span>
          )}
        </p>
        <p className="mt-2 text-sm text-ink-soft">{hop.what}</p>
        {hop.version !== null && <p className="font-mono text-xs break-words text-ink-soft">{hop.version}</p>}
        {hop.fix !== null && (
          <p className="mt-3 text-sm font-medium text-failed">
            <CodeWords text={hop.fix} />
          </p>
        )}
      </div>
    </li>
  );
}
