import { DEV_BUILD, pageBuild, type Probes } from './probes';
import type { Check } from './report';

const LOGS = 'Read the logs: `npx nx logs stack`.';
const START = 'Run `npm start`.';

/** Checks the five hops of a request. */
export function checkHops(probes: Probes): Check[] {
  const hops = [browser(probes), nginx(probes), gunicorn(probes), django(probes), database(probes)];
  // After the first failed hop, a hop without a response of its own is unknown.
  const broken = hops.findIndex(({ state }) => state === 'failed');
  return hops.map((hop, index) =>
    broken !== -1 && index > broken && hop.state === 'failed' && hop.durationMs === null
      ? { ...hop, state: 'unreached', fix: null }
      : hop,
  );
}

function browser({ system }: Probes): Check {
  const build = pageBuild();
  return {
    id: 'browser',
    name: 'Browser',
    state: navigator.cookieEnabled && navigator.onLine ? 'ok' : 'failed',
    what: 'Round trip',
    durationMs: system.ok ? system.durationMs : null,
    version: build === null ? null : `build ${build}`,
    fix: !navigator.onLine
      ? 'This device is offline. Check its connection.'
      : navigator.cookieEnabled
        ? null
        : 'Cookies are disabled. Allow them for this site to sign in.',
  };
}

function nginx({ file }: Probes): Check {
  return {
    id: 'nginx',
    name: 'Nginx',
    state: file.ok ? 'ok' : 'failed',
    what: 'Serves static files',
    durationMs: file.ok ? file.durationMs : null,
    version: file.ok && file.data.build !== DEV_BUILD ? `files ${file.data.version}` : null,
    fix: file.ok ? null : `It does not serve the app’s files. ${START}`,
  };
}

function gunicorn({ live, system, file }: Probes): Check {
  const developing = file.ok && file.data.build === DEV_BUILD;
  const other = system.ok && !system.data.hops.gunicorn.ok && !developing ? system.data.hops.gunicorn.server : null;
  return {
    id: 'gunicorn',
    name: 'Gunicorn',
    state: live.ok && other === null ? 'ok' : 'failed',
    what: developing ? 'Django’s development server responds' : 'A worker responds',
    durationMs: live.ok ? live.durationMs : null,
    version: system.ok ? (system.data.versions?.gunicorn ?? null) : null,
    fix: !live.ok
      ? `No worker responds. It may be starting or stopped. ${START} ${LOGS}`
      : other === null
        ? null
        : `${other} responds instead. Start the API from its image.`,
  };
}

function django({ system }: Probes): Check {
  return {
    id: 'django',
    name: 'Django',
    state: system.ok ? 'ok' : 'failed',
    what: 'Runs a view',
    durationMs: system.ok ? system.data.hops.django.duration_ms : null,
    version: system.ok ? (system.data.versions?.django ?? null) : null,
    fix: system.ok ? null : `The view failed: ${system.error.title}. ${LOGS}`,
  };
}

function database({ ready, system }: Probes): Check {
  const base = { id: 'database', name: 'Database', what: 'Responds to a query, has all migrations' };
  if (!ready.ok) {
    return { ...base, state: 'failed', durationMs: null, version: null, fix: `The check failed. ${LOGS}` };
  }
  const { database: query, migrations } = ready.data.checks;
  const name = system.ok ? [system.data.hops.database.engine, system.data.versions?.database].join(' ').trim() : null;
  return {
    ...base,
    state: query.ok && migrations.ok ? 'ok' : 'failed',
    // Not null: there was a response, so this hop is never "unreached".
    durationMs: query.duration_ms ?? 0,
    version: name,
    fix: !query.ok
      ? `It does not respond. Check DATABASE_URL. ${LOGS}`
      : migrations.ok
        ? null
        : `${String(migrations.pending ?? 'Some')} migrations are missing. ${START} It applies them.`,
  };
}
