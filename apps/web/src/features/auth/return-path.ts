const HOME = '/notes';
const SIGN_IN_PAGES = new Set(['/sign-in', '/sign-up']);

/** What the address of the sign-in page may say. */
export interface SignInSearch {
  /** Where to go afterwards. */
  next?: string | undefined;
  /** The session ended on its own. */
  expired?: boolean | undefined;
  /** The person signed out. */
  signedOut?: boolean | undefined;
}

/**
 * Reads the address; what makes no sense there is undefined, and not left out: the router lays what is read over what the
 * address says.
 */
export function readSignInSearch(search: Record<string, unknown>): SignInSearch {
  return {
    next: typeof search.next === 'string' ? search.next : undefined,
    expired: search.expired === true ? true : undefined,
    signedOut: search.signedOut === true ? true : undefined,
  };
}

/**
 * The page to return to after signing in: a path of this origin, whatever the address bar was made to say.
 * The parsed address decides, as the browser would read it: `//host`, `/\host` and `https:host` all lead elsewhere.
 */
export function safeReturnPath(next: string | undefined, origin: string = location.origin): string {
  if (next === undefined || !next.startsWith('/') || !URL.canParse(next, origin)) return HOME;
  const url = new URL(next, origin);
  if (url.origin !== origin || SIGN_IN_PAGES.has(url.pathname)) return HOME;
  return url.pathname + url.search + url.hash;
}
