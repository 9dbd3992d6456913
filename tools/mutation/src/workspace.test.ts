import { describe, expect, it } from 'vitest';
import { defaultVariables, places, workspaceMutants } from './workspace.ts';

describe('defaultVariables', () => {
  it('reads the numbers that the entrypoint falls back to', () => {
    const script = ': "${MAX_BYTES:=1024}"\n: "${UPSTREAM:=api:8000}"\nport=${X}\n';
    expect([...defaultVariables(script)]).toEqual([['MAX_BYTES', 1024]]);
  });
});

describe('workspaceMutants', () => {
  const sources = new Map([
    [`${places.nginx}/nginx.conf`, 'http { include /tmp/nginx/limits.conf; }'],
    [`${places.nginx}/templates/limits.conf.template`, 'client_max_body_size ${MAX};'],
    [places.gunicorn, 'keepalive = 0\n'],
    [places.django, 'DEBUG = False\nUSE_X_FORWARDED_HOST = False\nCSRF_COOKIE_HTTPONLY = False\n'],
  ]);
  const ids = workspaceMutants(sources, new Map([['MAX', 100]])).map(({ id }) => id);

  it('makes mutants of Nginx with its templates, then of Gunicorn, then of Django', () => {
    expect(ids).toContain('templates/limits.conf.template: client_max_body_size ${MAX} › off-by-one ${MAX}→${MAX}+1');
    expect(ids.indexOf('gunicorn.conf.py: keepalive = 0 › removed')).toBeGreaterThan(2);
    expect(ids.at(-1)).toBe('settings.py: CSRF_COOKIE_HTTPONLY = False › value-changed False→True');
  });

  it('takes of Django only what has to do with the proxy', () => {
    expect(ids.join('\n')).not.toContain('DEBUG');
  });
});
