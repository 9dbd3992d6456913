import { ApiError } from '@app/api-client';

/** What `/version.json` says about the files that this origin serves. */
export interface VersionFile {
  version: string;
  build: string;
}

export const DEV_BUILD = 'dev';

/** Asks for a file that Nginx serves itself, past every cache. */
export async function getVersionFile(signal: AbortSignal): Promise<{ data: VersionFile; response: Response }> {
  const response = await fetch('/version.json', { cache: 'no-store', signal });
  if (!response.ok) throw await ApiError.fromResponse(response);
  const data: unknown = await response.json();
  if (!isVersionFile(data)) throw new Error('version.json names no version and build.');
  return { data, response };
}

/** The build that this page came from, as its own index.html says. */
export function pageBuild(): string | null {
  return document.querySelector<HTMLMetaElement>('meta[name="build"]')?.content ?? null;
}

function isVersionFile(value: unknown): value is VersionFile {
  if (typeof value !== 'object' || value === null) return false;
  const file = value as Partial<Record<keyof VersionFile, unknown>>;
  return typeof file.version === 'string' && typeof file.build === 'string';
}
