import { actionFor, type Location } from './nginx-locations.ts';
import { requestPath } from './request-path.ts';

/** Who answers a request in development. */
export type Route =
  | { to: 'api' }
  /** Vite, asked for another address perhaps. */
  | { to: 'vite'; url: string }
  | { to: 'nobody'; status: number; text?: string; headers?: Record<string, string> };

/** What the answer depends on beside the request. */
export interface Site {
  locations: readonly Location[];
  /** Whether the built app has a file of this path. */
  isFile: (path: string) => boolean;
}

/** Vite's own addresses: its client, the modules, and the click on an error's line. */
const OF_VITE = /^\/(?:@|src\/|node_modules\/|__open-in-editor$)/;
/** Files that the image collects for Nginx; in development Django finds them in its applications. */
const OF_DJANGO = '/static/';

/**
 * What Nginx does with a request, said in terms of the two servers of development.
 *
 * @param target of the request line
 */
export function routeOf(method: string, target: string, site: Site): Route {
  const path = requestPath(target);
  if (path === undefined) return { to: 'nobody', status: 400 };
  if (OF_VITE.test(path)) return { to: 'vite', url: target };
  return routeOfPath(method, path, target, site);
}

function routeOfPath(method: string, path: string, target: string, site: Site): Route {
  const action = actionFor(path, site.locations);
  switch (action.kind) {
    case 'api':
      // Python's own server would make one slash of the two, and so another address.
      return target.startsWith('//') ? { to: 'nobody', status: 404 } : { to: 'api' };
    case 'answer':
      return { to: 'nobody', status: action.status, text: action.text };
    case 'redirect':
      return { to: 'nobody', status: 301, headers: { Location: withPath(target, action.path) } };
    case 'rewrite':
      return routeOfPath(method, action.path, withPath(target, action.path), site);
    default:
      return routeOfFile(method, path, target, action.kind === 'app', site.isFile(path));
  }
}

function routeOfFile(method: string, path: string, target: string, elseApp: boolean, isFile: boolean): Route {
  const isDjangos = path.startsWith(OF_DJANGO);
  if (!isFile && !elseApp && !isDjangos) return { to: 'nobody', status: 404 };
  if (!['GET', 'HEAD'].includes(method)) return { to: 'nobody', status: 405, headers: { Allow: 'GET, HEAD' } };
  if (isDjangos) return { to: 'api' };
  return { to: 'vite', url: isFile ? target : '/index.html' };
}

/** The target with another path and the same query. */
function withPath(target: string, path: string): string {
  return path + target.replace(/^[^?]*/, '');
}
