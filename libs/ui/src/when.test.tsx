import { expect, it } from 'vitest';
import { describeTime } from './when';

const NOW = new Date('2026-11-22T12:00:00Z');

it.each([
  ['2026-11-22T11:59:30Z', 'just now'],
  ['2026-11-22T12:00:30Z', 'just now'],
  ['2026-11-22T11:55:00Z', '5 minutes ago'],
  ['2026-11-22T09:00:00Z', '3 hours ago'],
  ['2026-11-21T11:00:00Z', 'yesterday'],
  ['2026-11-01T12:00:00Z', 'Nov 1, 2026'],
])('says %s as people do: %s', (iso, words) => {
  expect(describeTime(new Date(iso), NOW)).toBe(words);
});
