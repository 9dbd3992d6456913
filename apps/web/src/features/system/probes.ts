import { ApiError } from '@app/api-client';
import {
  type CurrentSession,
  getLiveness,
  getReadiness,
  getSession,
  getSystem,
  type Live,
  type Ready,
  type System,
} from '@app/api-types';

/** The content of `/version.json`: the release of the files that this origin serves. */
export interface VersionFile {
  version: string;
  build: string;
}

/** A response with its duration, or the error. */
export type Probe<Data> =
  { ok: true; data: Data; response: Response; durationMs: number } | { ok: false; error: ApiError; durationMs: number };

/** The responses that the report is made of. */
export interface Probes {
  file: Probe<VersionFile>;
  live: Probe<Live>;
  system: Probe<System>;
  ready: Probe<Ready>;
  session: Probe<CurrentSession>;
}

export const DEV_BUILD = 'dev';

/** The build id in this page's index.html. */
export function pageBuild(): string | null {
  return document.querySelector<HTMLMetaElement>('meta[name="build"]')?.content ?? null;
}

export async function runProbes(signal: AbortSignal): Promise<Probes> {
  const [file, live, system, ready, session] = await Promise.all([
    probe(() => getVersionFile(signal)),
    probe(() => getLiveness({ signal })),
    probe(() => getSystem({ signal })),
    probe(() => getReady(signal)),
    probe(() => getSession({ signal })),
  ]);
  return { file, live, system, ready, session };
}

/** Measures a request. A failure is a result of the check, so it is returned. */
async function probe<Data>(send: () => Promise<{ data: Data; response: Response }>): Promise<Probe<Data>> {
  const started = performance.now();
  try {
    const { data, response } = await send();
    return { ok: true, data, response, durationMs: performance.now() - started };
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    const apiError = error instanceof ApiError ? error : ApiError.fromNetwork(error);
    return { ok: false, error: apiError, durationMs: performance.now() - started };
  }
}

/** Requests a file that Nginx serves, bypassing every cache. */
async function getVersionFile(signal: AbortSignal): Promise<{ data: VersionFile; response: Response }> {
  const response = await fetch('/version.json', { cache: 'no-store', signal });
  if (!response.ok) throw ApiError.fromResponse(response, await response.text());
  const data: unknown = await response.json();
  if (!isVersionFile(data)) throw new Error('version.json has no version and build.');
  return { data, response };
}

/** The 503 response has the same body. It tells which check failed. */
async function getReady(signal: AbortSignal): Promise<{ data: Ready; response: Response }> {
  try {
    return await getReadiness({ signal });
  } catch (error) {
    if (error instanceof ApiError && isReady(error.body)) return { data: error.body, response: new Response() };
    throw error;
  }
}

function isReady(body: unknown): body is Ready {
  return typeof body === 'object' && body !== null && 'checks' in body && 'status' in body;
}

function isVersionFile(value: unknown): value is VersionFile {
  if (typeof value !== 'object' || value === null) return false;
  const file = value as Partial<Record<keyof VersionFile, unknown>>;
  return typeof file.version === 'string' && typeof file.build === 'string';
}
