import { buttonLook, linkLook, Notice, PageTitle, Stop } from '@app/ui';
import { Link, useLocation } from '@tanstack/react-router';
import { MiniLine } from '../features/system/components/mini-line';

/** Start page for users who are not signed in. */
export function WelcomePage() {
  const isDeleted = useLocation({ select: ({ state }) => state.accountDeleted });
  return (
    <>
      <PageTitle />
      {isDeleted && (
        <Stop bare className="pb-8">
          <div className="max-w-96">
            <Notice tone="line">Your account was deleted.</Notice>
          </div>
        </Stop>
      )}
      <Welcome />
    </>
  );
}

export function Welcome() {
  return (
    <>
      <Stop size="large" filled className="pb-12">
        <h1 tabIndex={-1} className="max-w-[12ch] text-3xl font-semibold tracking-tighter">
          Write it down. Find it again.
        </h1>
        <p className="mt-6 max-w-[44ch] text-lg text-ink-soft">Your notes, on every device.</p>
      </Stop>
      <Stop className="pb-16" bare>
        <div className="flex flex-wrap gap-3">
          <Link to="/sign-up" className={buttonLook('main')}>
            Create account
          </Link>
          <Link to="/sign-in" className={buttonLook('plain')}>
            Sign in
          </Link>
        </div>
      </Stop>
      <Stop bare className="pb-14">
        <MiniLine />
        <p className="mt-1">
          <Link to="/system" className={linkLook}>
            System status
          </Link>
        </p>
      </Stop>
    </>
  );
}
