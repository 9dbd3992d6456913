import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInThisContext } from 'node:vm';
import { afterEach, expect, it } from 'vitest';
import { FIRST_PAINT_SCRIPT } from './first-paint-script';

const PAGE = readFileSync(join(import.meta.dirname, '../index.html'), 'utf8');

const run = () => {
  runInThisContext(`{${FIRST_PAINT_SCRIPT}}`);
};

afterEach(() => {
  localStorage.clear();
  history.replaceState(null, '', '/');
  delete document.documentElement.dataset.theme;
});

it.each([
  ['dark', 'dark', '#0c1018'],
  ['light', 'light', '#f9fafc'],
  ['other', undefined, undefined],
])('applies the stored theme "%s" with its theme color', (stored, theme, color) => {
  document.head.innerHTML = new DOMParser().parseFromString(PAGE, 'text/html').head.innerHTML;
  localStorage.setItem('theme', stored);
  run();
  expect(document.documentElement.dataset.theme).toBe(theme);
  expect(document.querySelector<HTMLMetaElement>('meta[media="all"]')?.content).toBe(color);
});

it.each([
  ['/', null, true],
  ['/', '', false],
  ['/other', null, false],
])('shows the start page at %s if "signed-in" is %s: %s', (path, signedIn, isShown) => {
  history.replaceState(null, '', path);
  if (signedIn !== null) localStorage.setItem('signed-in', signedIn);
  run();
  expect(document.documentElement.hasAttribute('data-start')).toBe(isShown);
});
