import type { Check } from '../hop';
import type { Answers } from './answers';
import { pageBuild } from './version-file';

/** What travels with a request, and must be the same at both ends. */
export function checkCargo(answers: Answers): Check[] {
  return [requestId(answers), session(answers), address(answers), release(answers)];
}

function requestId({ system }: Answers): Check {
  const sent = system.ok ? system.response.headers.get('X-Request-ID') : null;
  const seen = system.ok ? system.data.request_id : null;
  return check('request-id', 'Request id', 'The same in header and body', system.ok, sent === seen, {
    version: seen,
    fix: `The header says ${sent ?? 'nothing'}, Django ${seen ?? 'nothing'}. Something on the way replaces X-Request-ID.`,
  });
}

function session({ system, session: asked }: Answers): Check {
  const signedIn = asked.ok && asked.data.signedIn;
  const agrees = system.ok && asked.ok && system.data.session.authenticated === signedIn;
  return check('session', 'Session', 'The cookie arrives', system.ok && asked.ok, agrees, {
    version: signedIn ? 'signed in' : 'signed out',
    fix: 'Two answers disagree on who you are. Sign out and in again.',
  });
}

function address({ system }: Answers): Check {
  const seen = system.ok ? system.data.client_scheme_host : null;
  return check('address', 'Address', 'Django sees what the browser shows', system.ok, seen === location.origin, {
    version: seen,
    fix: `The browser shows ${location.origin}. Set APP_PUBLIC_URL, and pass Host and X-Forwarded-Proto on.`,
  });
}

function release({ file, system }: Answers): Check {
  const known = file.ok && system.ok;
  const fresh = file.ok && file.data.build === pageBuild();
  const together = known && file.data.version === system.data.version;
  return check('release', 'Release', 'Page, files and API belong together', known, fresh && together, {
    version: known ? system.data.version : null,
    fix: !fresh
      ? 'A newer release is out. Reload the page.'
      : `The files are ${file.ok ? file.data.version : '?'}, the API is ${system.ok ? system.data.version : '?'}. Deploy both.`,
  });
}

function check(
  id: string,
  name: string,
  what: string,
  known: boolean,
  right: boolean,
  says: { version: string | null; fix: string },
): Check {
  return {
    id,
    name,
    what,
    state: !known ? 'unreached' : right ? 'ok' : 'failed',
    durationMs: null,
    version: known ? says.version : null,
    fix: known && !right ? says.fix : null,
  };
}
