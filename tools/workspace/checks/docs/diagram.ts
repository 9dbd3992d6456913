/** What a flowchart says: which boxes there are, and which arrows between them. */
export interface Diagram {
  /** The words in the boxes. */
  readonly boxes: readonly string[];
  /** By the words in the boxes. */
  readonly arrows: readonly (readonly [from: string, to: string])[];
}

/** A box where it is named: `web`, `web[web:build]`, `ui(["the library"])`; the words in it are its own name if it has none. */
const BOX = /^([\w-]+)(?:\(\["?([^"\]]+)"?\]\)|\["?([^"\]]+)"?\])?$/;
/** An arrow, with words on it or without. */
const ARROW = /\s+(?:--\s+.*?\s+)?-->\s+/;

/**
 * Reads the part of Mermaid's flowcharts that the documents use: boxes, `&` between them, and arrows.
 *
 * @param source without the fence
 * @throws Error at a line that it cannot read, so that no arrow is passed over
 * @see {@link https://mermaid.js.org/syntax/flowchart.html}
 */
export function readDiagram(source: string): Diagram {
  const words = new Map<string, string>();
  const arrows: [string, string][] = [];
  const [first = '', ...lines] = source.split('\n').filter((line) => line.trim() !== '');
  if (!/^flowchart (?:LR|RL|TB|BT)$/.test(first)) throw new Error(`This is no flowchart: ${first}`);

  for (const line of lines) {
    const steps = line.trim().split(ARROW);
    const names = steps.map((step) => step.split(/\s+&\s+/).map((box) => nameOf(box, words)));
    for (const [index, from] of names.slice(0, -1).entries()) {
      arrows.push(...from.flatMap((a) => (names[index + 1] ?? []).map((b): [string, string] => [a, b])));
    }
  }
  const word = (name: string): string => words.get(name) ?? name;
  return { boxes: [...words.values()], arrows: arrows.map(([from, to]) => [word(from), word(to)]) };
}

function nameOf(box: string, words: Map<string, string>): string {
  const [, name, round, square] = BOX.exec(box) ?? [];
  if (name === undefined) throw new Error(`This is no box: ${box}`);
  const text = round ?? square;
  if (text !== undefined || !words.has(name)) words.set(name, text ?? name);
  return name;
}
