import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const CONFIGURATION = join(import.meta.dirname, '../../../docker/nginx/conf/http/security-headers.conf');

/** Sends Nginx's security headers from the development server, so that it blocks what production blocks. */
export function securityHeaders(): Plugin {
  const nonce = randomBytes(16).toString('base64');
  return {
    name: 'security-headers',
    apply: 'serve',
    // Vite adds the nonce to its inline scripts, and to the style elements that its client inserts.
    config: () => ({ html: { cspNonce: nonce } }),
    configureServer(server) {
      const headers = readHeaders();
      const policy = headers.get('Content-Security-Policy') ?? '';
      headers.set(
        'Content-Security-Policy',
        policy
          .replace(/(?:script|style)-src 'self'/g, `$& 'nonce-${nonce}'`)
          // In this worker Vite's client waits for a server that restarts.
          .replace("worker-src 'self'", '$& blob:'),
      );
      server.middlewares.use((_request, response, next) => {
        response.setHeaders(headers);
        next();
      });
    },
  };
}

/** The headers with a fixed value, and the policy without Sentry. Strict-Transport-Security depends on the scheme. */
function readHeaders(): Map<string, string> {
  const directives = readFileSync(CONFIGURATION, 'utf8').matchAll(/^add_header (\S+) "?([^$"\n][^"\n]*?)"? always;$/gm);
  return new Map([...directives].map(([, name = '', value = '']) => [name, value.replace('$sentry_origin', '')]));
}
