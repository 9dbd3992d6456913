import { useEffect, useState } from 'react';

const RELATIVE = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
const DATE = new Intl.DateTimeFormat('en', { dateStyle: 'medium' });
const DAY = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeZone: 'UTC' });
const EXACT = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' });
const MINUTE_MS = 60_000;
const STEPS = [
  { unit: 'minute', ms: MINUTE_MS, upTo: 60 },
  { unit: 'hour', ms: 60 * MINUTE_MS, upTo: 24 },
  { unit: 'day', ms: 24 * 60 * MINUTE_MS, upTo: 7 },
] as const;

/** Relative time up to a week, for example "5 minutes ago", then the date. */
export function describeTime(date: Date, now: Date): string {
  const passed = now.getTime() - date.getTime();
  if (passed < MINUTE_MS) return 'just now';
  const step = STEPS.find(({ ms, upTo }) => passed < ms * upTo);
  return step ? RELATIVE.format(-Math.floor(passed / step.ms), step.unit) : DATE.format(date);
}

/** Formats a date (`2026-11-23`) or a time with its zone. */
export function describeDate(iso: string): string {
  // A date is the same in every time zone.
  return iso.length === 10 ? DAY.format(new Date(iso)) : EXACT.format(new Date(iso));
}

/** Converts a time to the value of a `datetime-local` field, in the browser's time zone. */
export function localTime(iso: string): string {
  const date = new Date(iso);
  return new Date(date.getTime() - date.getTimezoneOffset() * MINUTE_MS).toISOString().slice(0, 19);
}

/** A relative time with the exact time as its tooltip. It is updated while it is shown. */
export function When({ iso }: { iso: string }) {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => {
      setNow(new Date());
    }, MINUTE_MS / 2);
    return () => {
      clearInterval(timer);
    };
  }, []);
  const date = new Date(iso);
  return (
    <time dateTime={iso} title={EXACT.format(date)}>
      {describeTime(date, now)}
    </time>
  );
}
