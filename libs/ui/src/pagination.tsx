import type { ReactElement } from 'react';

export interface PaginationProps {
  page: number;
  pageCount: number;
  /** What is on the pages: names the navigation for screen readers. */
  label: string;
  /** A link to a page, made by the router. */
  renderLink: (page: number, text: string) => ReactElement;
}

/** Back and forth between pages; nothing when there is only one. */
export function Pagination({ page, pageCount, label, renderLink }: PaginationProps) {
  if (pageCount <= 1) return null;
  return (
    <nav aria-label={label} className="flex flex-wrap items-center gap-x-6 gap-y-3 pb-10">
      <p className="text-sm text-ink-soft tabular-nums">
        Page {page} of {pageCount}
      </p>
      {page > 1 && renderLink(page - 1, 'Previous')}
      {page < pageCount && renderLink(page + 1, 'Next')}
    </nav>
  );
}
