import type { ReactNode } from 'react';

export type StatusTone = 'ok' | 'failed' | 'caution' | 'quiet';

const TONES: Record<StatusTone, string> = {
  ok: 'bg-ok-soft text-ok',
  failed: 'bg-failed-soft text-failed',
  caution: 'bg-caution-soft text-caution',
  quiet: 'bg-sunken text-ink-soft',
};

/** One or two words about how something stands: colour helps, the word says it. */
export function Status({ tone, children }: { tone: StatusTone; children: ReactNode }) {
  return (
    <span className={`inline-block rounded-sm px-2 text-sm leading-6 font-semibold ${TONES[tone]}`}>{children}</span>
  );
}
