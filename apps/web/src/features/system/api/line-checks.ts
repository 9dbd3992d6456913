import type { Check } from '../hop';
import type { Answers } from './answers';
import { DEV_BUILD, pageBuild } from './version-file';

const LOGS = 'Read `npx nx logs stack`.';
const START = 'Run `npm start`.';

/** The five hops of a request, each by its own answer. */
export function checkLine(answers: Answers): Check[] {
  const hops = [browser(answers), nginx(answers), gunicorn(answers), django(answers), database(answers)];
  // A hop that gave no answer of its own says nothing about itself when the line is broken before it.
  const broken = hops.findIndex((hop) => hop.state === 'failed');
  return hops.map((hop, index) =>
    broken !== -1 && index > broken && hop.state === 'failed' && hop.durationMs === null
      ? { ...hop, state: 'unreached', fix: null }
      : hop,
  );
}

function browser({ system }: Answers): Check {
  const cookies = navigator.cookieEnabled;
  const online = navigator.onLine;
  return {
    id: 'browser',
    name: 'Browser',
    state: cookies && online ? 'ok' : 'failed',
    what: 'There and back',
    durationMs: system.ok ? system.durationMs : null,
    version: buildName(pageBuild()),
    fix: !online
      ? 'This device is offline. Check its connection.'
      : cookies
        ? null
        : 'Cookies are switched off, and nobody can sign in without them. Allow them for this site.',
  };
}

function nginx({ file }: Answers): Check {
  return {
    id: 'nginx',
    name: 'Nginx',
    state: file.ok ? 'ok' : 'failed',
    what: 'Serves a static file',
    durationMs: file.ok ? file.durationMs : null,
    version: file.ok && file.data.build !== DEV_BUILD ? `files ${file.data.version}` : null,
    fix: file.ok ? null : `It does not serve the app’s files. ${START}`,
  };
}

function gunicorn({ live, system, file }: Answers): Check {
  const developing = file.ok && file.data.build === DEV_BUILD;
  const other = system.ok && !system.data.hops.gunicorn.ok && !developing ? system.data.hops.gunicorn.server : null;
  return {
    id: 'gunicorn',
    name: 'Gunicorn',
    state: live.ok && other === null ? 'ok' : 'failed',
    what: developing ? 'Django’s own server stands in while you develop' : 'A worker answers',
    durationMs: live.ok ? live.durationMs : null,
    version: system.ok ? (system.data.versions?.gunicorn ?? null) : null,
    fix: !live.ok
      ? `No worker answers: it is starting, or it has stopped. ${START} ${LOGS}`
      : other === null
        ? null
        : `${other} answers in its place. Start the API from its image.`,
  };
}

function django({ system }: Answers): Check {
  return {
    id: 'django',
    name: 'Django',
    state: system.ok ? 'ok' : 'failed',
    what: 'Runs a view',
    durationMs: system.ok ? system.data.hops.django.duration_ms : null,
    version: system.ok ? (system.data.versions?.django ?? null) : null,
    fix: system.ok ? null : `Its view failed: ${system.error.title}. ${LOGS}`,
  };
}

function database({ ready, system }: Answers): Check {
  const base = { id: 'database', name: 'Database', what: 'Answers a query, has every table' };
  if (!ready.ok) {
    return { ...base, state: 'failed', durationMs: null, version: null, fix: `It could not be asked. ${LOGS}` };
  }
  const { database: query, migrations } = ready.data.checks;
  const name = system.ok ? [system.data.hops.database.engine, system.data.versions?.database].join(' ').trim() : null;
  return {
    ...base,
    state: query.ok && migrations.ok ? 'ok' : 'failed',
    // It has spoken, if only to say no: never counted as unreached.
    durationMs: query.duration_ms ?? 0,
    version: name,
    fix: !query.ok
      ? `It does not answer. Check DATABASE_URL. ${LOGS}`
      : migrations.ok
        ? null
        : `${String(migrations.pending ?? 'Some')} migrations are missing. ${START} It runs them.`,
  };
}

function buildName(build: string | null): string | null {
  return build === null ? null : `build ${build}`;
}
