import { getRouteApi, Outlet } from '@tanstack/react-router';

const route = getRouteApi('/signed-in');

/** Pages of a user. The key discards what a page contains, for example a form, when the user changes. */
export function SignedInPages() {
  const { owner } = route.useRouteContext();
  return <Outlet key={owner} />;
}
