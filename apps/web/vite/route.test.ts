import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readLocations, serverFiles } from './nginx-locations';
import { routeOf } from './route';

/** What production runs with: an address that Nginx learns is one that development knows. */
const locations = readLocations(serverFiles(resolve(import.meta.dirname, '../../../docker/nginx/conf')));
const FILES = ['/index.html', '/favicon.svg', '/version.json'];
const route = (target: string, method = 'GET') =>
  routeOf(method, target, { locations, isFile: (path) => FILES.includes(path) });

const NOT_FOUND = { to: 'nobody', status: 404 };

describe("by Nginx's own configuration", () => {
  it.each(['/', '/notes', '/user/john.doe', '/v1.2/notes?search=a.js', '/apiary', '/assets', '/vite.config.ts'])(
    '%s is the app',
    (target) => {
      expect(route(target)).toEqual({ to: 'vite', url: '/index.html' });
    },
  );

  it.each(['/index.html', '/favicon.svg?import', '/version.json'])('%s is a file', (target) => {
    expect(route(target)).toEqual({ to: 'vite', url: target });
  });

  it('/favicon.ico is the icon', () => {
    expect(route('/favicon.ico')).toEqual({ to: 'vite', url: '/favicon.svg' });
  });

  it.each([
    '/assets/missing',
    '/deep/missing.js',
    '/MISSING.PNG',
    '/package.json',
    '/.well-known/missing',
    '/.env',
    '/%2egit/config',
    '/assets../',
  ])('%s is missing, and never the app', (target) => {
    expect(route(target)).toMatchObject(NOT_FOUND);
  });

  it.each(['/api/', '/api/v9/missing.js', '/api/a%2Fb//c?', '/admin/', '/static/admin/css/base.css'])(
    "%s is Django's",
    (target) => {
      expect(route(target)).toEqual({ to: 'api' });
    },
  );

  it.each(['/@vite/client', '/@fs/clone/.hidden/a.ts', '/src/main.tsx', '/node_modules/.vite/deps/react.js?v=1'])(
    "%s is Vite's, as it was asked",
    (target) => {
      expect(route(target)).toEqual({ to: 'vite', url: target });
    },
  );

  it('/admin is redirected to its folder by a path alone, with its query', () => {
    const headers = { Location: '/admin/?next=/a' };
    expect(route('/admin?next=/a')).toEqual({ to: 'nobody', status: 301, headers });
  });

  it.each(['/', '/favicon.svg', '/static/admin/css/base.css'])('%s is only read', (target) => {
    expect(route(target, 'HEAD')).not.toMatchObject({ to: 'nobody' });
    expect(route(target, 'POST')).toEqual({ to: 'nobody', status: 405, headers: { Allow: 'GET, HEAD' } });
  });

  it.each(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])('%s is passed on to Django', (method) => {
    expect(route('/api/notes', method)).toEqual({ to: 'api' });
  });

  it("a double slash before /api/ is not made one, as Python's own server would", () => {
    expect(route('//api/livez')).toMatchObject(NOT_FOUND);
  });

  it('a broken address is refused', () => {
    expect(route('/%zz')).toEqual({ to: 'nobody', status: 400 });
  });
});
