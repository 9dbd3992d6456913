import type { Answer } from './http.ts';

/** The addresses of the hashed files that index.html loads. */
export function assetsOf(index: Answer): { script: string; style: string } {
  const script = /<script[^>]+src="([^"]+)"/.exec(index.text)?.[1];
  const style = /<link[^>]+rel="stylesheet"[^>]+href="([^"]+)"/.exec(index.text)?.[1];
  if (!script || !style) throw new Error(`index.html names no script or no style sheet:\n${index.text}`);
  return { script, style };
}
