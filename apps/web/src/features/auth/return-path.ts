/** The first page after signing in. */
export const HOME = '/notes';

const SIGN_IN_PAGES = new Set(['/sign-in', '/sign-up', '/sign-in/provider', '/verify-email', '/reset-password']);

/** Search parameters of the sign-in page. */
export interface SignInSearch {
  /** The page to open after signing in. */
  next?: string | undefined;
  /** The session has ended. */
  expired?: boolean | undefined;
  /** The user signed out. */
  signedOut?: boolean | undefined;
}

/** Reads the search parameters. The result has every key, because the router merges it over the raw parameters. */
export function readSignInSearch(search: Record<string, unknown>): SignInSearch {
  return {
    next: typeof search.next === 'string' ? search.next : undefined,
    expired: search.expired === true ? true : undefined,
    signedOut: search.signedOut === true ? true : undefined,
  };
}

/** Reads what allauth adds to the address when the sign-in at the provider has failed. */
export function readProviderError(search: Record<string, unknown>): { error?: string; error_process?: string } {
  const { error, error_process: process } = search;
  return typeof error === 'string' ? { error, error_process: process === 'connect' ? process : 'login' } : {};
}

/**
 * The page to open after signing in. It must be a path of this origin, or a link could send users to another site after
 * they sign in. The URL is parsed as the browser does, because `//host`, `/\host` and `https:host` are other origins.
 */
export function safeReturnPath(next: string | undefined, origin: string = location.origin): string {
  if (next === undefined || !next.startsWith('/') || !URL.canParse(next, origin)) return HOME;
  const url = new URL(next, origin);
  if (url.origin !== origin || SIGN_IN_PAGES.has(url.pathname)) return HOME;
  return url.pathname + url.search + url.hash;
}
