import { describe, expect, it } from 'vitest';
import { wrong } from '../../testing/wrong.ts';

const removed = (text: string) => wrong(text, 'removed');

describe('removed', () => {
  it('leaves out each directive, and nothing of its neighbours', () => {
    expect(removed('sendfile on; # fast\ntcp_nopush on;')).toEqual(['# fast tcp_nopush on;', 'sendfile on; # fast']);
  });

  it('leaves out a block as a whole, and each directive in it', () => {
    expect(removed('location / { internal; }')).toEqual(['', 'location / { }']);
  });

  it('keeps the blocks without which there is no service', () => {
    expect(removed('events { }\nhttp { server { } }')).toEqual([]);
  });

  it('leaves out each entry of a map, but not the empty default, which is there anyway', () => {
    expect(removed('map $a $b { x 1; default ""; }\nadd_header B $b;')).toEqual([
      'map $a $b { default ""; } add_header B $b;',
      'map $a $b { x 1; default ""; }',
    ]);
  });

  it('leaves out a map that nothing in the configuration uses: a document may', () => {
    expect(removed('map $a $b { default ""; }')).toEqual(['']);
  });

  it('leaves out each extension of a type by itself', () => {
    expect(removed('types { text/html html htm; }')).toEqual([
      '',
      'types { text/html htm; }',
      'types { text/html html; }',
    ]);
  });

  it('leaves out each argument of a list, but not the last one that is left', () => {
    expect(removed('gzip_types text/css text/plain;')).toEqual(['', 'gzip_types text/plain;', 'gzip_types text/css;']);
    expect(removed('ssi_types text/plain;')).toEqual(['']);
  });

  it('leaves out what a directive can do without, and not its subject', () => {
    expect(removed('add_header Vary Accept always;')).toEqual(['', 'add_header Vary Accept;']);
    expect(removed('upstream api { server a:80 resolve; }')).toContain('upstream api { server a:80; }');
  });

  it('leaves out each status of an error page, and what becomes of the status', () => {
    expect(removed('error_page 502 504 =503 /e;')).toEqual([
      '',
      'error_page 504 =503 /e;',
      'error_page 502 =503 /e;',
      'error_page 502 504 /e;',
    ]);
  });

  it('leaves two steps of try_files, which wants as many', () => {
    expect(removed('try_files $uri =404;')).toEqual(['']);
    expect(removed('try_files $uri /a =404;')).toContain('try_files $uri =404;');
  });

  it('leaves out each member of a list in a header, and takes no sentence for a list', () => {
    expect(removed(`add_header P "a=(), b=(self), c=()" always;`)).toEqual(
      expect.arrayContaining([
        'add_header P "b=(self), c=()" always;',
        'add_header P "a=(), c=()" always;',
        'add_header P "a=(), b=(self)" always;',
      ]),
    );
    expect(removed('map $a $b { 1 "Too many; wait, then try."; }')).toHaveLength(2);
  });

  it('leaves out each field of the log, so that the line is still JSON', () => {
    expect(removed(`log_format l '{"a":"$x","b":$y}';\naccess_log /l l;`)).toEqual(
      expect.arrayContaining([
        `log_format l '{"b":$y}'; access_log /l l;`,
        `log_format l '{"a":"$x"}'; access_log /l l;`,
      ]),
    );
    const log = `log_format json escape=json\n '{"a":"$x","b":$y,'\n '"c":"$z"}';\naccess_log /l json;`;
    expect(removed(log)).toEqual(
      expect.arrayContaining([
        `log_format json escape=json '{"b":$y,' '"c":"$z"}'; access_log /l json;`,
        `log_format json escape=json '{"a":"$x",' '"c":"$z"}'; access_log /l json;`,
        `log_format json escape=json '{"a":"$x","b":$y' '}'; access_log /l json;`,
      ]),
    );
  });
});
