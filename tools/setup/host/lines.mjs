// @ts-check

/**
 * Hands on each line that has something to say. A carriage return ends a line too: progress bars write nothing else.
 *
 * @param {NodeJS.ReadableStream | null} stream
 * @param {(line: string) => void} onLine
 */
export function eachLine(stream, onLine) {
  let rest = '';
  stream?.on('data', (chunk) => {
    const lines = (rest + chunk).split(/[\r\n]+/);
    rest = lines.pop() ?? '';
    lines.filter((line) => line.trim() !== '').forEach((line) => onLine(line));
  });
  stream?.on('end', () => {
    if (rest.trim() !== '') onLine(rest);
  });
}
