/** Finds the first dotted number in a program's output, such as `Docker version 26.1.5+dfsg1, build …`. */
export function findVersion(text: string): string | undefined {
  return /\d+(?:\.\d+)+/.exec(text)?.[0];
}

/** Compares two versions number by number. A missing number counts as 0, and a missing version as too old. */
export function isAtLeast(version: string | undefined, minimum: string): boolean {
  if (version === undefined) return false;
  const have = version.split('.').map(Number);
  const want = minimum.split('.').map(Number);
  for (const [i, number] of want.entries()) {
    const difference = (have[i] ?? 0) - number;
    if (difference !== 0) return difference > 0;
  }
  return true;
}
