import { type ListSearch, ownerOf, sessionQuery } from '@app/api-client';
import type { AuthenticatorType } from '@app/api-types';
import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, createRouter, redirect } from '@tanstack/react-router';
import {
  HOME,
  readProviderError,
  readSignInSearch,
  safeReturnPath,
  type SignInSearch,
} from '../features/auth/return-path';
import { readNotesSearch } from '../features/notes/search-params';
import { lazyPage } from './lazy-page';
import { LoadingPage } from './loading-page';
import { NotFoundPage } from './not-found-page';
import { RouteError } from './route-error';
import { Shell, SignedInPages } from './shell';

const root = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  component: Shell,
  notFoundComponent: NotFoundPage,
});

const welcome = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: lazyPage(() => import('./welcome-page'), 'WelcomePage'),
  // No placeholder in place of the prerendered page.
  pendingMs: Infinity,
  beforeLoad: async ({ context }) => {
    if (await isSignedIn(context.queryClient)) throw redirect({ to: HOME, replace: true });
  },
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: readSignInSearch,
  component: lazyPage(() => import('../features/auth/routes/sign-in-page'), 'SignInPage'),
  beforeLoad: leaveIfSignedIn,
});

const provider = createRoute({
  getParentRoute: () => root,
  path: '/sign-in/provider',
  validateSearch: (search) => ({ ...readSignInSearch(search), ...readProviderError(search) }),
  component: lazyPage(() => import('../features/auth/routes/provider-page'), 'ProviderPage'),
  // Errors concern signed-in users too, who connect their account.
  beforeLoad: (page) => (page.search.error === undefined ? leaveIfSignedIn(page) : undefined),
});

const signUp = createRoute({
  getParentRoute: () => root,
  path: '/sign-up',
  validateSearch: readSignInSearch,
  component: lazyPage(() => import('../features/auth/routes/sign-up-page'), 'SignUpPage'),
  beforeLoad: leaveIfSignedIn,
});

const verifyEmail = createRoute({
  getParentRoute: () => root,
  path: '/verify-email',
  validateSearch: readSignInSearch,
  component: lazyPage(() => import('../features/auth/routes/verify-email-page'), 'VerifyEmailPage'),
  beforeLoad: leaveIfSignedIn,
});

const twoFactor = createRoute({
  getParentRoute: () => root,
  path: '/two-factor',
  validateSearch: readSignInSearch,
  component: lazyPage(() => import('../features/auth/routes/two-factor-page'), 'TwoFactorPage'),
  beforeLoad: leaveIfSignedIn,
});

const resetPassword = createRoute({
  getParentRoute: () => root,
  path: '/reset-password',
  validateSearch: readSignInSearch,
  component: lazyPage(() => import('../features/auth/routes/reset-password-page'), 'ResetPasswordPage'),
  beforeLoad: leaveIfSignedIn,
});

/** Parent of the routes that require a session. */
const signedIn = createRoute({
  getParentRoute: () => root,
  id: 'signed-in',
  component: SignedInPages,
  beforeLoad: async ({ context, location: { href } }) => {
    const user = await context.queryClient.ensureQueryData(sessionQuery);
    if (user === null) throw redirect({ to: '/sign-in', search: { next: href }, replace: true });
    return { owner: ownerOf(user) };
  },
});

const system = createRoute({
  getParentRoute: () => root,
  path: '/system',
  component: lazyPage(() => import('../features/system/routes/system-page'), 'SystemPage'),
});

const account = createRoute({
  getParentRoute: () => signedIn,
  path: '/account',
  component: lazyPage(() => import('../features/account/routes/account-page'), 'AccountPage'),
});

const notes = createRoute({
  getParentRoute: () => signedIn,
  path: '/notes',
  validateSearch: readNotesSearch,
  component: lazyPage(() => import('../features/notes/routes/notes-page'), 'NotesPage'),
});

const note = createRoute({
  getParentRoute: () => signedIn,
  path: '/notes/$noteId',
  component: lazyPage(() => import('../features/notes/routes/note-page'), 'NotePage'),
});

const routeTree = root.addChildren([
  welcome,
  signIn,
  provider,
  signUp,
  verifyEmail,
  twoFactor,
  resetPassword,
  system,
  signedIn.addChildren([account, notes, note]),
]);

async function leaveIfSignedIn({ context, search }: { context: { queryClient: QueryClient }; search: SignInSearch }) {
  if (await isSignedIn(context.queryClient)) throw redirect({ href: safeReturnPath(search.next), replace: true });
}

/** False if the session cannot be read: these pages work without it. */
async function isSignedIn(queryClient: QueryClient): Promise<boolean> {
  const user = await queryClient.ensureQueryData(sessionQuery).catch(() => null);
  return user !== null;
}

export function createAppRouter(queryClient: QueryClient) {
  return createRouter({
    routeTree,
    context: { queryClient },
    defaultPreload: 'intent',
    // The query cache decides which data is stale.
    defaultPreloadStaleTime: 0,
    defaultErrorComponent: RouteError,
    defaultPendingComponent: LoadingPage,
    defaultPendingMs: 200,
    scrollRestoration: true,
  });
}

export type AppRouter = ReturnType<typeof createAppRouter>;

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** The search parameters of the list from which the user came. */
    listSearch?: ListSearch;
    /** The kinds of second factor with which the user can finish the sign-in. */
    secondFactors?: AuthenticatorType[] | undefined;
    /** The user has deleted the account. */
    accountDeleted?: boolean;
  }
  interface Register {
    router: AppRouter;
  }
}
