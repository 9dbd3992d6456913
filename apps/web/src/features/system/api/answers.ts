import { api, ApiError } from '@app/api-client';
import type { Schema } from '@app/api-types';
import { ask, type Asked } from './ask';
import { getVersionFile, type VersionFile } from './version-file';

/** One answer from each thing that can be asked on its own. */
export interface Answers {
  file: Asked<VersionFile>;
  live: Asked<Schema<'Live'>>;
  system: Asked<Schema<'System'>>;
  ready: Asked<Schema<'Ready'>>;
  /** Whether allauth finds a session behind the cookie. */
  session: Asked<{ signedIn: boolean }>;
}

/** Asks everything at once. */
export async function askAll(signal: AbortSignal): Promise<Answers> {
  const [file, live, system, ready, session] = await Promise.all([
    ask(() => getVersionFile(signal)),
    ask(() => api.GET('/api/livez', { signal })),
    ask(() => api.GET('/api/system', { signal })),
    ask(() => getReady(signal)),
    ask(() => getSession(signal)),
  ]);
  return { file, live, system, ready, session };
}

/** Readiness answers 503 with the same body: its checks say which part is not ready. */
async function getReady(signal: AbortSignal): Promise<{ data?: Schema<'Ready'>; response: Response }> {
  try {
    return await api.GET('/api/readyz', { signal });
  } catch (error) {
    if (error instanceof ApiError && isReady(error.body)) return { data: error.body, response: new Response() };
    throw error;
  }
}

async function getSession(signal: AbortSignal): Promise<{ data: { signedIn: boolean }; response: Response }> {
  try {
    const { response } = await api.GET('/api/auth/browser/v1/auth/session', { signal });
    return { data: { signedIn: true }, response };
  } catch (error) {
    // allauth's word for "nobody is signed in": an answer like any other here.
    if (error instanceof ApiError && (error.status === 401 || error.status === 410)) {
      return { data: { signedIn: false }, response: new Response() };
    }
    throw error;
  }
}

function isReady(body: unknown): body is Schema<'Ready'> {
  return typeof body === 'object' && body !== null && 'checks' in body && 'status' in body;
}
