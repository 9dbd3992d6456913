const HOME = '/notes';
const SIGN_IN_PAGES = new Set(['/sign-in', '/sign-up']);

/** What the address of the sign-in page may say. */
export interface SignInSearch {
  /** Where to go afterwards. */
  next?: string;
  /** The session ended on its own. */
  expired?: boolean;
  /** The person signed out. */
  signedOut?: boolean;
}

export function readSignInSearch(search: Record<string, unknown>): SignInSearch {
  return {
    ...(typeof search.next === 'string' ? { next: search.next } : {}),
    ...(search.expired === true ? { expired: true } : {}),
    ...(search.signedOut === true ? { signedOut: true } : {}),
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
