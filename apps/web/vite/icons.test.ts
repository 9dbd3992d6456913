import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
const icons = [...readFileSync(join(root, 'index.html'), 'utf8').matchAll(/<link rel="([^"]*icon)" href="([^"]+)"/g)];

it('has every icon that browsers request, also without a link', () => {
  expect(icons.map(([, rel]) => rel)).toEqual(['apple-touch-icon', 'icon']);
  for (const path of ['/apple-touch-icon.png', ...icons.map(([, , href]) => href ?? '')]) {
    expect(existsSync(join(root, 'public', path)), path).toBe(true);
  }
});
