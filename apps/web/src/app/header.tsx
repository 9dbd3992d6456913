import { sessionQuery } from '@app/api-client';
import { buttonLook, Mark } from '@app/ui';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { whenOnline } from './lazy-page';

/** Only signed-in users need its code. */
const AccountNav = lazy(() =>
  whenOnline(() => import('./account-nav').then((module) => ({ default: module.AccountNav }))),
);

const NAV_LINK =
  'inline-flex min-h-11 items-center rounded-sm px-1.5 text-sm font-semibold text-ink-soft transition-colors hover:text-ink aria-[current=page]:text-ink aria-[current=page]:underline aria-[current=page]:decoration-line aria-[current=page]:decoration-3 aria-[current=page]:underline-offset-8 sm:px-2 sm:text-base';

// The negative margin aligns the text, not the padding, with the edge of the page.
const ACCOUNT_NAV = '-mr-1.5 px-1.5! text-sm! sm:-mr-3 sm:px-3! sm:text-base!';

export function Header() {
  const { data: user } = useQuery(sessionQuery);
  // Keeps the place of the link and the button free, so that the other links do not move.
  const placeholder = (
    <>
      <span className={`${NAV_LINK} invisible`}>Account</span>
      <span className={`${buttonLook('quiet')} ${ACCOUNT_NAV} invisible`}>Sign out</span>
    </>
  );
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
        {user === null ? (
          <Link to="/sign-in" className={`${buttonLook('quiet')} ${ACCOUNT_NAV}`}>
            Sign in
          </Link>
        ) : (
          <Suspense fallback={placeholder}>
            {user === undefined ? placeholder : <AccountNav linkClass={NAV_LINK} buttonClass={ACCOUNT_NAV} />}
          </Suspense>
        )}
      </nav>
    </header>
  );
}
