import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInThisContext } from 'node:vm';
import { afterEach, expect, it } from 'vitest';
import { THEME_SCRIPT } from './theme-script';

const PAGE = readFileSync(join(import.meta.dirname, '../index.html'), 'utf8');

afterEach(() => {
  localStorage.clear();
  delete document.documentElement.dataset.theme;
});

it.each([
  ['dark', 'dark', '#0c1018'],
  ['light', 'light', '#f9fafc'],
  ['other', undefined, undefined],
])('applies the stored theme "%s" with its theme color', (stored, theme, color) => {
  document.head.innerHTML = new DOMParser().parseFromString(PAGE, 'text/html').head.innerHTML;
  localStorage.setItem('theme', stored);
  runInThisContext(THEME_SCRIPT);
  expect(document.documentElement.dataset.theme).toBe(theme);
  expect(document.querySelector<HTMLMetaElement>('meta[media="all"]')?.content).toBe(color);
});
