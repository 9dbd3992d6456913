import { Mark } from '@app/ui';
import { Link } from '@tanstack/react-router';
import { AccountNav } from './account-nav';

const NAV_LINK =
  'inline-flex min-h-11 items-center rounded-sm px-1.5 text-sm font-semibold text-ink-soft transition-colors hover:text-ink aria-[current=page]:text-ink aria-[current=page]:underline aria-[current=page]:decoration-line aria-[current=page]:decoration-3 aria-[current=page]:underline-offset-8 sm:px-2 sm:text-base';

export function Header() {
  return (
    <header className="flex justify-between gap-x-2 pt-4 pb-(--line-fall) [--line-fall:3.25rem] sm:pt-6">
      <div className="line-origin">
        <Link
          to="/"
          className="flex min-h-11 items-center gap-2.5 rounded-sm pr-1 text-lg font-semibold tracking-tight"
        >
          <Mark />
          {import.meta.env.APP_TITLE}
        </Link>
      </div>
      {/* The links wrap, so that a product can add more. */}
      <nav
        aria-label="Main"
        className="flex print:hidden flex-wrap items-center justify-end gap-x-0.5 self-start sm:gap-x-3"
      >
        <Link to="/notes" className={NAV_LINK}>
          Notes
        </Link>
        <AccountNav />
      </nav>
    </header>
  );
}
