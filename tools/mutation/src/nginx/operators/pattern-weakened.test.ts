import { describe, expect, it } from 'vitest';
import { wrong } from '../../testing/wrong.ts';

const weakened = (text: string) => wrong(text, 'pattern-weakened');

describe('pattern-weakened', () => {
  it('makes a prefix of an exact path, and a plain prefix of a final one', () => {
    expect(weakened('location = /a { }')).toEqual(['location /a { }']);
    expect(weakened('location ^~ /a/ { }')).toEqual(['location /a/ { }', 'location ^~ /a { }']);
    expect(weakened('location / { }')).toEqual([]);
  });

  it('forgets each part of the expression of a location', () => {
    expect(weakened(String.raw`location ~* ^/a\.(?:js|css)$ { }`)).toEqual([
      String.raw`location ~* /a\.(?:js|css)$ { }`,
      String.raw`location ~* ^/a.(?:js|css)$ { }`,
      String.raw`location ~* ^/a\.(?:css)$ { }`,
      String.raw`location ~* ^/a\.(?:js)$ { }`,
      String.raw`location ~* ^/a\.(?:js|css) { }`,
      String.raw`location ~ ^/a\.(?:js|css)$ { }`,
    ]);
  });

  it('does the same in the entries of a map, with their quotes', () => {
    expect(weakened('map $a $b { "~*^a " 1; }')).toEqual(['map $a $b { "~*a " 1; }', 'map $a $b { "~^a " 1; }']);
  });

  it('does the same in an if, whose bracket is no part of the expression', () => {
    expect(weakened('if ($a ~ ^(x|y)$) { }')).toContain('if ($a ~ ^(x|y)) { }');
  });

  it('leaves the expression of a rewrite that is nothing but an anchor', () => {
    expect(weakened('rewrite ^ /a;')).toEqual([]);
  });
});
