import { pageBuild, type Probes } from './probes';
import type { Check } from './report';

/** Checks the values that must be the same in the browser and in Django. */
export function checkConsistency(probes: Probes): Check[] {
  return [requestId(probes), session(probes), address(probes), release(probes)];
}

function requestId({ system }: Probes): Check {
  const header = system.ok ? system.response.headers.get('X-Request-ID') : null;
  const body = system.ok ? system.data.request_id : null;
  return check('request-id', 'Request id', 'The same in header and body', system.ok, header === body, {
    version: body,
    fix: `The header has ${header ?? 'none'}, the body has ${body ?? 'none'}. A proxy replaces X-Request-ID.`,
  });
}

function session({ system, session: ownSession }: Probes): Check {
  const signedIn = ownSession.ok && ownSession.data.user !== null;
  const agrees = system.ok && ownSession.ok && system.data.session.authenticated === signedIn;
  return check('session', 'Session', 'Django receives the cookie', system.ok && ownSession.ok, agrees, {
    version: signedIn ? 'signed in' : 'signed out',
    fix: 'Two responses disagree about the session. Sign out and in again.',
  });
}

function address({ system }: Probes): Check {
  const seen = system.ok ? system.data.client_scheme_host : null;
  return check('address', 'Address', 'The same in the browser and in Django', system.ok, seen === location.origin, {
    version: seen,
    fix: `The browser has ${location.origin}. Set APP_PUBLIC_URL, and pass Host and X-Forwarded-Proto on.`,
  });
}

function release({ file, system }: Probes): Check {
  const known = file.ok && system.ok;
  const isCurrent = file.ok && file.data.build === pageBuild();
  const isSame = known && file.data.version === system.data.version;
  return check('release', 'Release', 'The same for page, files and API', known, isCurrent && isSame, {
    version: known ? system.data.version : null,
    fix: !isCurrent
      ? 'A new release is available. Reload the page.'
      : `The files are ${file.ok ? file.data.version : '?'}, the API is ${system.ok ? system.data.version : '?'}. Deploy both.`,
  });
}

function check(
  id: string,
  name: string,
  what: string,
  known: boolean,
  ok: boolean,
  { version, fix }: { version: string | null; fix: string },
): Check {
  return {
    id,
    name,
    what,
    state: !known ? 'unreached' : ok ? 'ok' : 'failed',
    durationMs: null,
    version: known ? version : null,
    fix: known && !ok ? fix : null,
  };
}
