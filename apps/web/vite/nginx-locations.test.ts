import { describe, expect, it } from 'vitest';
import { actionFor, parseLocations } from './nginx-locations';

const LOCATIONS = parseLocations(`
root /srv/web;
# location /not/one/ { proxy_pass http://api; }
location / {
    try_files $uri /index.html =404; # the app
}
location ~* \\.(?:js|css)$ {
    try_files $uri =404;
}
location = /icon.ico {
    rewrite ^ /icon.svg;
}
location ^~ /api/ {
    if ($request_method = TRACE) {
        return 405;
    }
    proxy_pass http://api;
}
location /plain/ {
    proxy_pass http://api;
}
location ^~ /assets/ { try_files $uri =404; }
location ~ /\\. { return 404; }
location = /healthz { return 200 "ok\\n"; }
location = /error { internal; alias /srv/error.html; }
location = /error.css { root /srv/errors; }
`);

describe('a location of Nginx', () => {
  it.each([
    ['/', { kind: 'app' }],
    ['/user/john.doe', { kind: 'app' }],
    ['/api/notes', { kind: 'api' }],
    ['/assets/missing', { kind: 'file' }],
    ['/icon.ico', { kind: 'rewrite', path: '/icon.svg' }],
    ['/healthz', { kind: 'answer', status: 200, text: 'ok\n' }],
    ['/.env', { kind: 'answer', status: 404, text: '' }],
    ['/error', { kind: 'answer', status: 404, text: '' }],
    ['/error.css', { kind: 'file' }],
  ])('does with %s what its block says', (path, action) => {
    expect(actionFor(path, LOCATIONS)).toEqual(action);
  });

  it('is chosen by an exact name before any prefix or expression', () => {
    expect(
      actionFor('/error.css', parseLocations('location = /error.css { internal; } location ^~ /error { }')),
    ).toEqual({
      kind: 'answer',
      status: 404,
      text: '',
    });
  });

  it('is chosen by an expression before a plain prefix, and after one that is ^~', () => {
    expect(actionFor('/plain/a.js', LOCATIONS)).toEqual({ kind: 'file' });
    expect(actionFor('/plain/a', LOCATIONS)).toEqual({ kind: 'api' });
    expect(actionFor('/api/a.js', LOCATIONS)).toEqual({ kind: 'api' });
  });

  it('is chosen by the longest prefix, wherever it stands', () => {
    const nested = parseLocations('location ^~ /a/b/ { return 404; } location ^~ /a/ { proxy_pass http://api; }');
    expect(actionFor('/a/b/c', nested)).toEqual({ kind: 'answer', status: 404, text: '' });
    expect(actionFor('/a/c', nested)).toEqual({ kind: 'api' });
  });

  it('is chosen without regard to case only by an expression that says so', () => {
    expect(actionFor('/A.JS', LOCATIONS)).toEqual({ kind: 'file' });
    expect(actionFor('/API/notes', LOCATIONS)).toEqual({ kind: 'app' });
  });

  it('redirects to what is passed on under the same name and a slash, and to no folder of files', () => {
    expect(actionFor('/api', LOCATIONS)).toEqual({ kind: 'redirect', path: '/api/' });
    expect(actionFor('/assets', LOCATIONS)).toEqual({ kind: 'app' });
  });
});
