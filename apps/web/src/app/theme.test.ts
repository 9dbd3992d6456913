import { beforeEach, expect, it } from 'vitest';
import { applyTheme, type Theme } from './theme';

beforeEach(() => {
  document.head.innerHTML = '<meta name="theme-color" data-scheme="light"><meta name="theme-color" data-scheme="dark">';
});

it.each<[Theme, string[]]>([
  ['dark', ['not all', 'all']],
  ['light', ['all', 'not all']],
  ['system', ['(prefers-color-scheme: light)', '(prefers-color-scheme: dark)']],
])('selects the theme color of %s', (theme, media) => {
  applyTheme(theme);
  expect([...document.querySelectorAll('meta')].map((meta) => meta.getAttribute('media'))).toEqual(media);
});
