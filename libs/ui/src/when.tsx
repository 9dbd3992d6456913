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

/** "5 minutes ago" for a week, the date afterwards. */
export function describeTime(date: Date, now: Date): string {
  const passed = now.getTime() - date.getTime();
  if (passed < MINUTE_MS) return 'just now';
  const step = STEPS.find(({ ms, upTo }) => passed < ms * upTo);
  return step ? RELATIVE.format(-Math.floor(passed / step.ms), step.unit) : DATE.format(date);
}

/** A day or a time as people write it: `2026-11-23` or an instant with its zone. */
export function describeDate(iso: string): string {
  // A day is the same day wherever it is read.
  return iso.length === 10 ? DAY.format(new Date(iso)) : EXACT.format(new Date(iso));
}

/** An instant as a `datetime-local` field shows it, in the reader's own zone, to the second. */
export function localTime(iso: string): string {
  const date = new Date(iso);
  return new Date(date.getTime() - date.getTimezoneOffset() * MINUTE_MS).toISOString().slice(0, 19);
}

/** A time as people say it; the exact one on pointing at it. */
export function When({ iso }: { iso: string }) {
  const date = new Date(iso);
  return (
    <time dateTime={iso} title={EXACT.format(date)}>
      {describeTime(date, new Date())}
    </time>
  );
}
