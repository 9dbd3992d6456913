import type { ReactNode } from 'react';

export type StatusTone = 'ok' | 'failed' | 'quiet';

const TONES: Record<StatusTone, string> = {
  ok: 'bg-ok-soft text-ok',
  failed: 'bg-failed-soft text-failed',
  quiet: 'bg-sunken text-ink-soft',
};

/** A colored badge. The text alone must be sufficient. */
export function Status({ tone, children }: { tone: StatusTone; children: ReactNode }) {
  return (
    <span className={`inline-block rounded-sm px-2 text-sm leading-6 font-semibold ${TONES[tone]}`}>{children}</span>
  );
}
