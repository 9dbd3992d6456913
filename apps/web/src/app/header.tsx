import { Mark } from '@tandem/ui';
import { Link } from '@tanstack/react-router';
import { AccountNav } from './account-nav';

const NAV_LINK =
  'inline-flex min-h-11 items-center rounded-sm px-2 font-semibold text-ink-soft transition-colors hover:text-ink aria-[current=page]:text-ink aria-[current=page]:underline aria-[current=page]:decoration-line aria-[current=page]:decoration-3 aria-[current=page]:underline-offset-8';

export function Header() {
  return (
    <header className="relative flex flex-wrap items-center justify-between gap-x-4 pt-5 pb-12">
      <Link to="/" className="flex min-h-11 items-center gap-2.5 rounded-sm text-lg font-semibold tracking-tight">
        <Mark />
        Tandem
      </Link>
      <nav aria-label="Main" className="flex items-center gap-x-1 sm:gap-x-3">
        <Link to="/notes" className={NAV_LINK}>
          Notes
        </Link>
        <Link to="/system" className={NAV_LINK}>
          System
        </Link>
        <AccountNav />
      </nav>
    </header>
  );
}
