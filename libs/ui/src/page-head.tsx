import type { ReactNode } from 'react';
import { Stop } from './line/stop';
import { PageTitle } from './page-title';

export interface PageHeadProps {
  /** The heading, also used as the document title. */
  title: string;
  /** One sentence under the heading. */
  lead?: ReactNode;
  /** `failed` for a page that cannot be shown. */
  tone?: 'line' | 'failed';
  /** Buttons and links beside the heading. */
  actions?: ReactNode;
}

/** Heading of a page. It receives the focus after a navigation. */
export function PageHead({ title, lead, tone = 'line', actions }: PageHeadProps) {
  return (
    <Stop size="large" tone={tone} filled={tone === 'line'} className="pb-9">
      <PageTitle>{title}</PageTitle>
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
