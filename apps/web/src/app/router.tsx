import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { sessionQuery } from '../features/auth/api/session';
import { readSignInSearch, safeReturnPath } from '../features/auth/return-path';
import { readNotesSearch } from '../features/notes/search-params';
import { LoadingPage } from './loading-page';
import { NotFoundPage } from './not-found-page';
import { RouteError } from './route-error';
import { Shell } from './shell';
import { whenOnline } from './when-online';

const root = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  component: Shell,
  notFoundComponent: NotFoundPage,
});

const welcome = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: lazyRouteComponent(
    whenOnline(() => import('./welcome-page')),
    'WelcomePage',
  ),
  beforeLoad: async ({ context }) => {
    if (await knownUser(context.queryClient)) throw redirect({ to: '/notes', replace: true });
  },
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: readSignInSearch,
  component: lazyRouteComponent(
    whenOnline(() => import('../features/auth/routes/sign-in-page')),
    'SignInPage',
  ),
  beforeLoad: async ({ context, search }) => {
    if (await knownUser(context.queryClient)) throw redirect({ href: safeReturnPath(search.next), replace: true });
  },
});

const signUp = createRoute({
  getParentRoute: () => root,
  path: '/sign-up',
  validateSearch: readSignInSearch,
  component: lazyRouteComponent(
    whenOnline(() => import('../features/auth/routes/sign-up-page')),
    'SignUpPage',
  ),
  beforeLoad: async ({ context, search }) => {
    if (await knownUser(context.queryClient)) throw redirect({ href: safeReturnPath(search.next), replace: true });
  },
});

/** Everything under it is for people who are signed in; others sign in first and come back. */
const signedIn = createRoute({
  getParentRoute: () => root,
  id: 'signed-in',
  beforeLoad: async ({ context, location }) => {
    const user = await context.queryClient.ensureQueryData(sessionQuery);
    if (user === null) throw redirect({ to: '/sign-in', search: { next: location.href }, replace: true });
    return { user };
  },
});

const notes = createRoute({
  getParentRoute: () => signedIn,
  path: '/notes',
  validateSearch: readNotesSearch,
  component: lazyRouteComponent(
    whenOnline(() => import('../features/notes/routes/notes-page')),
    'NotesPage',
  ),
});

const newNote = createRoute({
  getParentRoute: () => signedIn,
  path: '/notes/new',
  component: lazyRouteComponent(
    whenOnline(() => import('../features/notes/routes/new-note-page')),
    'NewNotePage',
  ),
});

const note = createRoute({
  getParentRoute: () => signedIn,
  path: '/notes/$noteId',
  component: lazyRouteComponent(
    whenOnline(() => import('../features/notes/routes/note-page')),
    'NotePage',
  ),
});

const system = createRoute({
  getParentRoute: () => root,
  path: '/system',
  component: lazyRouteComponent(
    whenOnline(() => import('../features/system/routes/system-page')),
    'SystemPage',
  ),
});

const routeTree = root.addChildren([welcome, signIn, signUp, system, signedIn.addChildren([notes, newNote, note])]);

/** Who is signed in, for pages that also work without an answer. */
async function knownUser(queryClient: QueryClient) {
  return queryClient.ensureQueryData(sessionQuery).catch(() => null);
}

export function createAppRouter(queryClient: QueryClient) {
  return createRouter({
    routeTree,
    context: { queryClient },
    defaultPreload: 'intent',
    // The query cache decides what is fresh.
    defaultPreloadStaleTime: 0,
    defaultErrorComponent: RouteError,
    defaultPendingComponent: LoadingPage,
    defaultPendingMs: 200,
    scrollRestoration: true,
  });
}

export type AppRouter = ReturnType<typeof createAppRouter>;

declare module '@tanstack/react-router' {
  interface Register {
    router: AppRouter;
  }
}
