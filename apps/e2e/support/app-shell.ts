import type { HttpResponse } from './http.ts';

/** The paths of the hashed files that index.html loads. */
export function assetsOf(index: HttpResponse): { script: string; style: string } {
  const script = /<script[^>]+src="([^"]+)"/.exec(index.text)?.[1];
  const style = /<link[^>]+rel="stylesheet"[^>]+href="([^"]+)"/.exec(index.text)?.[1];
  if (!script || !style) throw new Error(`index.html has no script or no style sheet:\n${index.text}`);
  return { script, style };
}
