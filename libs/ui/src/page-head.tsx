import type { ReactNode } from 'react';
import { Stop } from './line/stop';

export interface PageHeadProps {
  title: string;
  /** One sentence under the title. */
  lead?: ReactNode;
  /** `failed` when the page itself could not be shown. */
  tone?: 'line' | 'failed';
  /** What can be done on this page; beside the title where there is room. */
  actions?: ReactNode;
}

/** The stop that a page begins with. Its heading takes the focus after a navigation. */
export function PageHead({ title, lead, tone = 'line', actions }: PageHeadProps) {
  return (
    <Stop size="large" tone={tone} filled={tone === 'line'} className="pb-9">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-5">
        <div className="min-w-0">
          <h1 tabIndex={-1} className="text-2xl font-semibold tracking-tighter">
            {title}
          </h1>
          {lead !== undefined && <p className="mt-3 max-w-[48ch] text-lg text-ink-soft">{lead}</p>}
        </div>
        {actions}
      </div>
    </Stop>
  );
}
