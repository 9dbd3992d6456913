import type { ReactNode } from 'react';

const TONES = {
  caution: 'border-caution bg-caution-soft',
  failed: 'border-failed bg-failed-soft',
  line: 'border-line bg-line-soft',
} as const;

export interface NoticeProps {
  tone: keyof typeof TONES;
  /** `alert` interrupts a screen reader, `status` waits. Use `none` inside another live region. */
  role?: 'alert' | 'status' | 'none';
  children: ReactNode;
}

/** A message that is part of the page's content. */
export function Notice({ tone, role = 'status', children }: NoticeProps) {
  return (
    <div role={role} className={`rounded-sm border-l-4 px-4 py-3 text-base text-ink ${TONES[tone]}`}>
      {children}
    </div>
  );
}
