import { describe, expect, it } from 'vitest';
import { applyEdits, type Operator } from './mutant.ts';
import { nginxMutants } from './mutants.ts';

const entry = 'conf/nginx.conf';
const mutants = (text: string, variables?: ReadonlyMap<string, number>) =>
  nginxMutants({ files: new Map([[entry, text]]), entry, ...(variables ? { variables } : {}) });
const ids = (text: string) => mutants(text).map(({ id }) => id);

/** The mutated texts of one operator. */
const mutate = (operator: Operator, text: string, variables?: ReadonlyMap<string, number>) =>
  mutants(text, variables)
    .filter((mutant) => mutant.operator === operator)
    .map(({ edits }) => applyEdits(text, edits).replaceAll(/\s+/g, ' ').trim());

describe('removed', () => {
  it.each([
    ['each directive', 'sendfile on; # fast\ntcp_nopush on;', ['# fast tcp_nopush on;', 'sendfile on; # fast']],
    ['a block and each directive in it', 'location / { internal; }', ['', 'location / { }']],
    ['no block without which there is no server', 'events { }\nhttp { server { } }', []],
    ['each extension of a type', 'types { a/b c d; }', ['', 'types { a/b d; }', 'types { a/b c; }']],
    ['each argument of a list but the last', 'gzip_types a/b c/d;', ['', 'gzip_types c/d;', 'gzip_types a/b;']],
    ['optional arguments only', 'add_header Vary Accept always;', ['', 'add_header Vary Accept;']],
    [
      'each status of an error page',
      'error_page 502 504 =503 /e;',
      ['', 'error_page 504 =503 /e;', 'error_page 502 =503 /e;', 'error_page 502 504 /e;'],
    ],
    ['no file of try_files when two arguments are left', 'try_files $uri =404;', ['']],
  ])('removes %s', (_, text, expected) => {
    expect(mutate('removed', text)).toEqual(expected);
  });

  it('removes entries of a map, but neither an empty default nor a map that is used', () => {
    expect(mutate('removed', 'map $a $b { x 1; default ""; }\nadd_header B $b;')).toEqual([
      'map $a $b { default ""; } add_header B $b;',
      'map $a $b { x 1; default ""; }',
    ]);
    expect(mutate('removed', 'map $a $b { default ""; }')).toEqual(['']);
  });

  it('removes each member of a list in a header, and each field of a JSON log with its comma', () => {
    const withoutMembers = mutate('removed', 'add_header P "a=(), b=(self), c=()";');
    const values = ['b=(self), c=()', 'a=(), c=()', 'a=(), b=(self)'];
    expect(withoutMembers.slice(1)).toEqual(values.map((value) => `add_header P "${value}";`));
    const withoutFields = mutate('removed', `log_format l '{"a":"$x","b":$y,'\n '"c":"$z"}';`);
    const formats = [`'{"b":$y,' '"c":"$z"}'`, `'{"a":"$x",' '"c":"$z"}'`, `'{"a":"$x","b":$y' '}'`];
    expect(withoutFields.slice(1)).toEqual(formats.map((format) => `log_format l ${format};`));
  });
});

describe('value-changed', () => {
  it.each([
    ['a flag', 'sendfile on;', ['sendfile off;']],
    ['a number by its magnitude', 'max_headers 90;', ['max_headers 900;', 'max_headers 9;']],
    ['a time in the next smaller unit', 'send_timeout 5s;', ['send_timeout 50s;', 'send_timeout 500ms;']],
    ['a size in the next smaller unit', 'proxy_buffer_size 8k;', ['proxy_buffer_size 80k;', 'proxy_buffer_size 819;']],
    ['zero', 'upstream api { keepalive 0; }', ['upstream api { keepalive 10; }']],
    ['a status within its class', 'return 200 "ok";', ['return 202 "ok";', 'return 200 "changed";']],
    ['proxy_pass', 'proxy_pass http://api;', ['proxy_pass http://api/;', 'proxy_pass https://api;']],
    [
      'a forwarded header',
      'proxy_set_header X-A $remote_addr;',
      ['$http_x_a', '$realip_remote_addr'].map((value) => `proxy_set_header X-A ${value};`),
    ],
    ['the default of a map', 'map $a $b { x 1; y 2; default ""; }', ['map $a $b { x 1; y 2; default 1; }']],
    ['the condition of an if', 'if ($a !~ b) { internal; }', ['if ($a ~ b) { internal; }']],
    ['no names', 'server_name _; pid /a; proxy_hide_header A; gzip_types a/b c/d; access_log off;', []],
  ])('changes %s', (_, text, expected) => {
    expect(mutate('value-changed', text)).toEqual(expected);
  });

  it('names a template variable by the operation, not by its number', () => {
    const variables = new Map([['LIMIT', 30]]);
    const text = 'proxy_read_timeout ${LIMIT}s;';
    expect(mutate('value-changed', text, variables)).toEqual(['proxy_read_timeout 300s;', 'proxy_read_timeout 3s;']);
    expect(mutants(text, variables).map(({ id }) => id)).toContain(
      'nginx.conf: proxy_read_timeout ${LIMIT}s › value-changed ${LIMIT}s→${LIMIT}×10s',
    );
  });

  it('weakens each directive of a Content-Security-Policy', () => {
    const found = mutate('value-changed', `add_header Content-Security-Policy "img-src 'self' data:; script-src a";`);
    expect(found.map((text) => text.split('"')[1])).toEqual([
      ...['img-src *; script-src a', 'img-src data:; script-src a', "img-src 'self'; script-src a"],
      ...['*', "a 'unsafe-inline'", "a 'unsafe-eval'"].map((sources) => `img-src 'self' data:; script-src ${sources}`),
    ]);
  });

  it('confuses and omits the variables of a map', () => {
    const found = mutate('value-changed', 'map "$uri $status" $a { }');
    const sources = ['$request_uri $status', '$uri $upstream_status', ' $status', '$uri '];
    expect(found).toEqual(sources.map((source) => `map "${source}" $a { }`));
  });

  it('uses a value of the same directive elsewhere', () => {
    expect(mutate('value-changed', 'default_type a/b; location / { default_type c/d; }')).toEqual([
      'default_type c/d; location / { default_type c/d; }',
      'default_type a/b; location / { default_type a/b; }',
    ]);
    const locations = 'location = /a { internal; } location = /b { internal; }';
    expect(mutate('value-changed', `error_page 404 /a; ${locations}`)).toEqual([`error_page 404 /b; ${locations}`]);
  });
});

describe('off-by-one', () => {
  it.each([
    ['max_headers 90;', ['max_headers 89;', 'max_headers 91;']],
    ['listen 8080;', ['listen 8079;', 'listen 8081;']],
    ['map $a $b { x 5; }', ['map $a $b { x 4; }', 'map $a $b { x 6; }']],
    ['limit_req_zone $a zone=a:1m rate=5r/m;', [4, 6].map((rate) => `limit_req_zone $a zone=a:1m rate=${rate}r/m;`)],
    ['worker_connections 4096; return 404;', []],
  ])('changes the limits of %j', (text, expected) => {
    expect(mutate('off-by-one', text)).toEqual(expected);
  });
});

describe('swapped', () => {
  it.each([
    ['results of a map', 'map $a $b { x 1; y 2; z 2; }', ['map $a $b { x 2; y 1; z 2; }']],
    ['types', 'types { a/b c; d/e f g; }', ['types { d/e c; a/b f g; }']],
    ['values of headers', 'add_header A 1; gzip on; add_header B 2;', ['add_header A 2; gzip on; add_header B 1;']],
    ['files of try_files', 'try_files /a /b =404;', ['try_files /b /a =404;']],
    ['variables of a log', `log_format l '{"a":"$x","b":$y}';`, [`log_format l '{"a":"$y","b":$x}';`]],
    ['no other directives', 'proxy_hide_header A; proxy_hide_header B; sendfile on; tcp_nopush off;', []],
  ])('swaps %s', (_, text, expected) => {
    expect(mutate('swapped', text)).toEqual(expected);
  });
});

describe('moved-out', () => {
  it('moves a directive behind its block, where Nginx accepts it', () => {
    expect(mutate('moved-out', 'server { location / { return 404; internal; } }')).toEqual([
      'server { location / { internal; } return 404; }',
    ]);
  });

  it('moves neither a duplicate nor a directive of the server', () => {
    expect(mutate('moved-out', 'http { server { etag on; location / { etag off; } } }')).toEqual([]);
  });
});

describe('pattern-weakened', () => {
  it.each([
    ['location = /a { }', ['location /a { }']],
    ['location ^~ /a/ { }', ['location /a/ { }', 'location ^~ /a { }']],
    ['location / { }', []],
    ['rewrite ^ /a;', []],
    ['map $a $b { "~*^a " 1; }', ['map $a $b { "~*a " 1; }', 'map $a $b { "~^a " 1; }']],
    [
      'map $a $b { "~(?s)(?=a)b[xy]" 1; }',
      ['(?s)b[xy]', '(?s)(?=a)b[y]', '(?s)(?=a)b[x]'].map((source) => `map $a $b { "~${source}" 1; }`),
    ],
    [
      'location ~ a(?:^|,)b?$ { }',
      ['a(?:,)b?$', 'a(?:^)b?$', 'a(?:^|,)b$', 'a(?:^|,)$', 'a(?:^|,)b?'].map((source) => `location ~ ${source} { }`),
    ],
    [String.raw`location ~* \.js { }`, ['location ~* .js { }', String.raw`location ~ \.js { }`]],
    ['if ($a ~ ^x) { }', ['if ($a ~ x) { }']],
  ])('weakens %s', (text, expected) => {
    expect(mutate('pattern-weakened', text)).toEqual(expected);
  });
});

describe('ids and excerpts', () => {
  it('names the file, the blocks, the statement and the change', () => {
    expect(ids('http { large_client_header_buffers 4 8k; }')).toContain(
      'nginx.conf: http › large_client_header_buffers 4 8k › off-by-one 4→5',
    );
  });

  it('keeps ids when other parts of the file change, and numbers equal statements', () => {
    const changed = ids('# A comment.\nhttp {\n\n    sendfile on;\n    max_headers 90;\n}');
    expect(changed.filter((id) => id.includes('max_headers'))).toEqual(ids('http { max_headers 90; }'));
    expect(ids('server { a on; }\nserver { a on; }')).toContain('nginx.conf: server › a on › removed #2');
  });

  it('shows the changed lines, shortened around the change', () => {
    const [mutant] = mutants('# Comment.\nhttp {\n    max_headers 90;\n}').filter(({ id }) => id.endsWith('90→91'));
    expect(mutant).toMatchObject({ line: 3, lastLine: 3, before: 'max_headers 90;', after: 'max_headers 91;' });
    const [long] = mutants(`add_header A "${'x'.repeat(200)} max-age=1";`).filter(({ id }) => id.endsWith('=10'));
    expect(long?.before).toMatch(/^…x{30,} max-age=1";$/);
  });

  it('restarts Nginx for directives of the main and events contexts', () => {
    const found = mutants('daemon off; http { sendfile on; }');
    expect(found.map(({ needsRestart }) => needsRestart)).toEqual([true, true, false, false]);
  });
});
