import type { ReactElement } from 'react';

export interface PaginationProps {
  page: number;
  hasNext: boolean;
  /** The position in words, such as "Page 1 of 3". */
  position: string;
  /** The name of the navigation for screen readers. */
  label: string;
  /** Renders the router's link. */
  renderLink: (page: number, text: string) => ReactElement;
}

/** Links to the previous and next page. Renders nothing for a single page. */
export function Pagination({ page, hasNext, position, label, renderLink }: PaginationProps) {
  if (page === 1 && !hasNext) return null;
  return (
    <nav aria-label={label} className="flex flex-wrap items-center gap-x-6 gap-y-3 pb-10 print:hidden">
      <p className="text-sm text-ink-soft tabular-nums">{position}</p>
      {page > 1 && renderLink(page - 1, 'Previous')}
      {hasNext && renderLink(page + 1, 'Next')}
    </nav>
  );
}
