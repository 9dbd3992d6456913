import { act, render, screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { describeDate, describeTime, localTime, When } from './when';

const NOW = new Date('2026-11-22T12:00:00Z');

it.each([
  ['2026-11-22T11:59:30Z', 'just now'],
  ['2026-11-22T12:00:30Z', 'just now'],
  ['2026-11-22T11:55:00Z', '5 minutes ago'],
  ['2026-11-22T09:00:00Z', '3 hours ago'],
  ['2026-11-21T11:00:00Z', 'yesterday'],
  ['2026-11-01T12:00:00Z', 'Nov 1, 2026'],
])('describes %s as: %s', (iso, words) => {
  expect(describeTime(new Date(iso), NOW)).toBe(words);
});

it('updates a relative time while it is shown', () => {
  vi.useFakeTimers({ now: NOW });
  render(<When iso={NOW.toISOString()} />);
  expect(screen.getByText('just now')).toBeVisible();
  act(() => vi.advanceTimersByTime(30 * 60_000));
  expect(screen.getByText('30 minutes ago')).toBeVisible();
  vi.useRealTimers();
});

it('formats a date without a time zone, and a time with its hours', () => {
  expect(describeDate('2026-11-23')).toBe('Nov 23, 2026');
  expect(describeDate('2026-11-23T10:30:00Z')).toMatch(/^Nov 2\d, 2026, \d+:\d+/);
});

it('converts a time to a local field value and back', () => {
  const iso = '2026-11-23T10:30:15.000Z';
  expect(localTime(iso)).toMatch(/^2026-11-2\dT\d\d:\d\d:15$/);
  expect(new Date(localTime(iso)).toISOString()).toBe(iso);
});
