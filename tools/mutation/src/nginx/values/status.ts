/** The two commonest of each class. */
const common = {
  2: ['200', '202'],
  3: ['302', '301'],
  4: ['404', '403'],
  5: ['500', '503'],
} as const;

/** Another status that somebody could have meant: the class stays, so that only a look at the number tells. */
export function otherStatus(status: string): string {
  const kind = Math.floor(Number(status) / 100);
  const [first, second] = kind === 2 || kind === 3 || kind === 5 ? common[kind] : common[4];
  return status === first ? second : first;
}
