import { describe, expect, it } from 'vitest';
import { wrong } from '../../testing/wrong.ts';

const changed = (text: string, variables?: ReadonlyMap<string, number>) =>
  wrong(text, 'value-changed', variables ? { variables } : {});

describe('value-changed', () => {
  it('flips a flag', () => {
    expect(changed('sendfile on;')).toEqual(['sendfile off;']);
  });

  it('makes an amount ten times as large, and a tenth, in a smaller unit where it must', () => {
    expect(changed('max_headers 90;')).toEqual(['max_headers 900;', 'max_headers 9;']);
    expect(changed('send_timeout 5s;')).toEqual(['send_timeout 50s;', 'send_timeout 500ms;']);
    expect(changed('proxy_buffer_size 8k;')).toEqual(['proxy_buffer_size 80k;', 'proxy_buffer_size 819;']);
    expect(changed('open_file_cache max=2000;')).toEqual(['open_file_cache max=20000;', 'open_file_cache max=200;']);
  });

  it('makes ten out of nothing', () => {
    expect(changed('upstream api { keepalive 0; }')).toEqual(['upstream api { keepalive 10; }']);
  });

  it('reads what a template gets from the environment, and names the change without the number', () => {
    const variables = new Map([['LIMIT', 30]]);
    expect(changed('proxy_read_timeout ${LIMIT}s;', variables)).toEqual([
      'proxy_read_timeout 300s;',
      'proxy_read_timeout 3s;',
    ]);
  });

  it('points a name that the environment gives to where nobody is', () => {
    expect(changed('upstream a { server ${API} resolve; }')).toEqual(['upstream a { server 192.0.2.1 resolve; }']);
  });

  it('takes the next words of a level, and all others of a short list', () => {
    expect(changed('error_log stderr error;')).toEqual([
      'error_log /dev/null error;',
      'error_log stderr warn;',
      'error_log stderr crit;',
    ]);
    expect(changed('rewrite ^ /a last;')).toEqual([
      'rewrite ^ /changed last;',
      ...['break', 'redirect', 'permanent'].map((flag) => `rewrite ^ /a ${flag};`),
    ]);
  });

  it('answers with another status of the same class, and with another text', () => {
    expect(changed('return 404;')).toEqual(['return 403;']);
    expect(changed('return 200 "ok";')).toEqual(['return 202 "ok";', 'return 200 "changed";']);
    expect(changed('limit_req_status 429;')).toEqual(['limit_req_status 404;']);
    expect(changed('try_files $uri /a =404;')).toEqual(['try_files $uri /a =403;']);
  });

  it('believes the client where a forwarded header is set', () => {
    expect(changed('proxy_set_header X-Forwarded-For $remote_addr;')).toEqual([
      'proxy_set_header X-Forwarded-For $http_x_forwarded_for;',
      'proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;',
      'proxy_set_header X-Forwarded-For $realip_remote_addr;',
    ]);
    expect(changed('proxy_set_header Forwarded "";')).toEqual([]);
  });

  it('adds the slash to proxy_pass that makes Nginx decode the path', () => {
    expect(changed('proxy_pass http://api;')).toEqual(['proxy_pass http://api/;', 'proxy_pass https://api;']);
  });

  it('opens each directive of a content security policy', () => {
    expect(changed(`add_header Content-Security-Policy "img-src 'self' data:; script-src 'self'";`)).toEqual([
      `add_header Content-Security-Policy "img-src *; script-src 'self'";`,
      `add_header Content-Security-Policy "img-src data:; script-src 'self'";`,
      `add_header Content-Security-Policy "img-src 'self'; script-src 'self'";`,
      `add_header Content-Security-Policy "img-src 'self' data:; script-src *";`,
      `add_header Content-Security-Policy "img-src 'self' data:; script-src 'self' 'unsafe-inline'";`,
      `add_header Content-Security-Policy "img-src 'self' data:; script-src 'self' 'unsafe-eval'";`,
    ]);
  });

  it('weakens a header, and changes the numbers in it', () => {
    expect(changed('add_header Referrer-Policy same-origin;')).toContain('add_header Referrer-Policy unsafe-url;');
    expect(changed('add_header Cache-Control max-age=60;')).toEqual([
      'add_header Cache-Control changed;',
      'add_header Cache-Control max-age=600;',
      'add_header Cache-Control max-age=6;',
    ]);
  });

  it('looks a map up by what is easily taken for the right variable, and by a part of it', () => {
    expect(changed('map "$uri $status" $a { 1 2; }')).toEqual(
      expect.arrayContaining([
        'map "$request_uri $status" $a { 1 2; }',
        'map "$uri $upstream_status" $a { 1 2; }',
        'map " $status" $a { 1 2; }',
        'map "$uri " $a { 1 2; }',
      ]),
    );
  });

  it('gives the default of a map another of its results; the other entries are exchanged', () => {
    expect(changed('map $a $b { x 1; y 2; default ""; }')).toEqual(['map $a $b { x 1; y 2; default 1; }']);
  });

  it('sends an error to another internal address', () => {
    const locations = 'location = /a { internal; } location = /b { internal; }';
    expect(changed(`error_page 404 =200 /a; ${locations}`)).toEqual([`error_page 404 =200 /b; ${locations}`]);
  });

  it('takes a value that the same directive has elsewhere, and one folder for another', () => {
    expect(changed('default_type a/b; location / { default_type c/d; root /x; }')).toEqual([
      'default_type c/d; location / { default_type c/d; root /x; }',
      'default_type a/b; location / { default_type a/b; root /x; }',
      'default_type a/b; location / { default_type c/d; root /changed; }',
      'default_type a/b; location / { default_type c/d; alias /x; }',
    ]);
  });

  it('keeps bodies in memory instead of on disk, for what the configuration speaks', () => {
    const text = 'client_body_temp_path /c/body; uwsgi_temp_path /c/uwsgi;';
    expect(changed(text)).toEqual(['client_body_temp_path /tmp/body; uwsgi_temp_path /c/uwsgi;']);
  });

  it('turns the condition of an if round', () => {
    expect(changed('if ($a = "-") { internal; }')).toEqual(['if ($a != "-") { internal; }']);
    expect(changed('if ($a !~ b) { internal; }')).toEqual(['if ($a ~ b) { internal; }']);
  });

  it('leaves alone names, and what equals its removal', () => {
    expect(
      changed(
        'server_name _; pid /run/a.pid; proxy_hide_header A; gzip_types a/b c/d; access_log off; proxy_redirect off;',
      ),
    ).toEqual([]);
  });
});
