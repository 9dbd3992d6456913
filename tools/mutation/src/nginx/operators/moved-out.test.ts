import { describe, expect, it } from 'vitest';
import { applyMutant } from '../../mutant.ts';
import { wrong } from '../../testing/wrong.ts';
import { nginxMutants } from '../mutants.ts';

const movedOut = (text: string) => wrong(text, 'moved-out');

describe('moved-out', () => {
  it('moves a directive from a location to the server, behind the location', () => {
    expect(movedOut('server { location / { gzip on; } index a; }')).toEqual([
      'server { location / { } gzip on; index a; }',
    ]);
  });

  it('moves what an if decides to where it is always so', () => {
    expect(movedOut('location / { if ($a) { return 502; } return 504; }')).toContain(
      'location / { if ($a) { } return 502; return 504; }',
    );
  });

  it.each([
    ['what is for a location alone', 'server { location / { internal; try_files a b; proxy_pass http://a; } }'],
    ['what the block around has already', 'server { root /a; location / { root /b; } }'],
    ['what only an upstream knows', 'upstream a { keepalive 0; }'],
    ['what the only server inherits all the same', 'http { server { root /a; } }'],
  ])('leaves %s where it is', (_, text) => {
    expect(movedOut(text)).toEqual([]);
  });

  it('moves a directive of an included file behind the block that includes it, where there are more servers', () => {
    const files = new Map([
      ['conf/nginx.conf', 'http { server { include a.conf; } server { } }'],
      ['conf/a.conf', 'root /a;'],
    ]);
    const [mutant] = nginxMutants(files, 'conf/nginx.conf').filter(({ operator }) => operator === 'moved-out');
    const changed = [...files].map(([path, text]) =>
      applyMutant(text, mutant?.edits.filter(({ file }) => file === path) ?? []),
    );
    expect(changed).toEqual(['http { server { include a.conf; }\nroot /a; server { } }', '']);
    expect(mutant?.file).toBe('conf/a.conf');
  });
});
