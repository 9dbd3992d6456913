import type { Schema } from '@app/api-types';

export const RELEASE = '0.1.0';
export const BUILD = 'abcdef012345';

/** What `/api/system` says when all is well. */
export function systemFacts(facts: Partial<Schema<'System'>> = {}): Schema<'System'> {
  return {
    version: RELEASE,
    request_id: 'aa',
    client_scheme_host: location.origin,
    server_time: '2026-11-22T10:00:00Z',
    hops: {
      gunicorn: { ok: true, server: 'gunicorn' },
      django: { ok: true, duration_ms: 2 },
      database: { ok: true, duration_ms: 1, engine: 'sqlite' },
    },
    session: { authenticated: true },
    versions: { python: '3.14.0', django: '5.2.19', gunicorn: '27.0.1', database: '3.46' },
    ...facts,
  };
}

/** What `/api/readyz` says when all is well. */
export function readyFacts(checks: Partial<Schema<'ReadyChecks'>> = {}): Schema<'Ready'> {
  return {
    status: 'ok',
    request_id: 'aa',
    checks: { database: { ok: true, duration_ms: 1 }, migrations: { ok: true, pending: 0 }, ...checks },
  };
}
