import { describe, expect, it } from 'vitest';
import { enclosing, readConfiguration } from './configuration.ts';

const files = new Map([
  [
    'conf/nginx.conf',
    'events { }\nhttp { include http/*.conf; server { include server/a.conf; } include /run/b.conf; }',
  ],
  ['conf/http/one.conf', 'one 1;'],
  ['conf/http/two.conf', 'two 2;'],
  ['conf/server/a.conf', 'location / { root /a; }'],
  ['conf/templates/b.conf.template', 'b ${B};'],
]);
const rendered = new Map([['/run/b.conf', 'conf/templates/b.conf.template']]);

describe('readConfiguration', () => {
  it('reads included files where they are included, by a pattern or a template too', () => {
    const { sites } = readConfiguration(files, 'conf/nginx.conf', rendered);
    const found = sites.map((site) => [site.file, site.statement.name.value]).filter(([, name]) => name !== 'include');
    expect(found).toEqual([
      ['conf/nginx.conf', 'events'],
      ['conf/nginx.conf', 'http'],
      ['conf/http/one.conf', 'one'],
      ['conf/http/two.conf', 'two'],
      ['conf/nginx.conf', 'server'],
      ['conf/server/a.conf', 'location'],
      ['conf/server/a.conf', 'root'],
      ['conf/templates/b.conf.template', 'b'],
    ]);
  });

  it('knows the blocks around a statement, across files', () => {
    const { sites } = readConfiguration(files, 'conf/nginx.conf', rendered);
    const root = sites.find(({ statement }) => statement.name.value === 'root');
    expect(root && enclosing(root).map(({ kind }) => kind)).toEqual(['location', 'server', 'http', 'main']);
  });

  it('reads a file once, however often it is included', () => {
    const twice = new Map([
      ['nginx.conf', 'a { include b; } c { include b; }'],
      ['b', 'd;'],
    ]);
    const { sites } = readConfiguration(twice, 'nginx.conf');
    expect(sites.filter(({ file }) => file === 'b').map(({ parent }) => parent.kind)).toEqual(['a']);
  });

  it('says which file is missing', () => {
    expect(() => readConfiguration(new Map([['nginx.conf', 'include a.conf;']]), 'nginx.conf')).toThrow(
      'a.conf is included, but there is no such file.',
    );
  });
});
