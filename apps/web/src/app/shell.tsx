import { LineEnd } from '@app/ui';
import { getRouteApi, Outlet } from '@tanstack/react-router';
import { useLayoutEffect } from 'react';
import { Footer } from './footer';
import { Header } from './header';
import { OfflineBanner } from './offline-banner';
import { useFocusOnNavigation, useFocusRecovery } from './use-focus-on-navigation';

/** Width and margins of every page. */
export const FRAME =
  'mx-auto flex min-h-dvh w-full max-w-(--page-width) flex-col ps-(--page-pad-start) pe-(--page-pad-end)';

/** Header and footer of every page. The line starts at the logo in the header and ends above the footer. */
export function Shell() {
  useFocusOnNavigation();
  useFocusRecovery();
  // The app replaces the prerendered HTML (vite/prerender.ts).
  useLayoutEffect(() => document.getElementById('first-paint')?.remove(), []);
  return (
    <div className={FRAME}>
      <a
        href="#main"
        className="sr-only rounded-md bg-line px-4 py-3 font-semibold text-on-line focus:not-sr-only focus:absolute focus:top-3 focus:left-3 focus:z-20"
      >
        Skip to content
      </a>
      <Header />
      <OfflineBanner />
      <main id="main" tabIndex={-1} className="grow">
        <Outlet />
        <LineEnd />
      </main>
      <Footer />
    </div>
  );
}

const signedIn = getRouteApi('/signed-in');

/** Pages of a user. The key discards what a page contains, for example a form, when the user changes. */
export function SignedInPages() {
  const { owner } = signedIn.useRouteContext();
  return <Outlet key={owner} />;
}
