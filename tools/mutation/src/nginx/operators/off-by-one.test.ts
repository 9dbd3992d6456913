import { describe, expect, it } from 'vitest';
import { wrong } from '../../testing/wrong.ts';

const offByOne = (text: string) => wrong(text, 'off-by-one', { variables: new Map([['LIMIT', 10]]) });

describe('off-by-one', () => {
  it('counts one less and one more', () => {
    expect(offByOne('large_client_header_buffers 4 8k;')).toEqual([
      'large_client_header_buffers 3 8k;',
      'large_client_header_buffers 5 8k;',
      'large_client_header_buffers 4 7k;',
      'large_client_header_buffers 4 9k;',
    ]);
  });

  it('changes a port, a second and what the environment gives', () => {
    expect(offByOne('listen 8080 default_server;')).toContain('listen 8081 default_server;');
    expect(offByOne('send_timeout 30s;')).toContain('send_timeout 29s;');
    expect(offByOne('client_max_body_size ${LIMIT};')).toEqual(['client_max_body_size 9;', 'client_max_body_size 11;']);
  });

  it('has nothing less than nothing', () => {
    expect(offByOne('upstream a { keepalive 0; }')).toEqual(['upstream a { keepalive 1; }']);
  });

  it('changes the number that a map results in, and not the one that it compares', () => {
    expect(offByOne('map $status $a { 503 5; }')).toEqual(['map $status $a { 503 4; }', 'map $status $a { 503 6; }']);
  });

  it.each(['open_file_cache_valid 10m;', 'return 404;', 'error_page 404 /a;', 'worker_connections 4096;'])(
    'leaves %s alone, where one is too little to be seen or no amount',
    (text) => {
      expect(offByOne(text)).toEqual([]);
    },
  );
});
