import { describe, expect, it } from 'vitest';
import { wrong } from '../../testing/wrong.ts';

const swapped = (text: string) => wrong(text, 'swapped');

describe('swapped', () => {
  it('exchanges the results of neighbours in a map, unless they are equal', () => {
    expect(swapped('map $a $b { x 1; y 2; z 2; }')).toEqual(['map $a $b { x 2; y 1; z 2; }']);
  });

  it('exchanges types', () => {
    expect(swapped('types { text/css css; text/plain txt log; }')).toEqual([
      'types { text/plain css; text/css txt log; }',
    ]);
  });

  it('exchanges the values of one header and the next, whatever stands between', () => {
    expect(swapped('add_header A 1; proxy_hide_header B; add_header B 2;')).toEqual([
      'add_header A 2; proxy_hide_header B; add_header B 1;',
    ]);
  });

  it('exchanges limits of one kind that stand together', () => {
    expect(swapped('send_timeout 30s; client_body_timeout 15s; max_headers 90;')).toEqual([
      'send_timeout 15s; client_body_timeout 30s; max_headers 90;',
    ]);
  });

  it('knows no order among directives that are a set', () => {
    expect(swapped('proxy_hide_header A; proxy_hide_header B; sendfile on; tcp_nopush off;')).toEqual([]);
  });

  it('exchanges the steps of try_files, but for the code at the end', () => {
    expect(swapped('try_files /a /b =404;')).toEqual(['try_files /b /a =404;']);
  });

  it('exchanges two patterns of a map where the first that matches decides', () => {
    const found = swapped('map $a $b { "~^/a/b" 1; "~^/a" 2; }');
    expect(found).toContain('map $a $b { "~^/a" 2; "~^/a/b" 1; }');
    expect(swapped('map $a $b { "~^/a/" 1; "~^/b/" 2; }')).toEqual(['map $a $b { "~^/a/" 2; "~^/b/" 1; }']);
  });

  it('exchanges locations whose patterns match the same path', () => {
    expect(swapped(String.raw`location ~ \.js$ { internal; } location / { } location ~ ^/a { }`)).toEqual([]);
    expect(swapped('location ~ ^/a/b { internal; } location ~ ^/a { }')).toEqual([
      'location ~ ^/a { } location ~ ^/a/b { internal; }',
    ]);
  });

  it('exchanges the values of two fields of the log', () => {
    expect(swapped(`log_format l '{"a":"$x","b":$y}';`)).toEqual([`log_format l '{"a":"$y","b":$x}';`]);
  });
});
