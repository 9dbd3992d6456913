/** One measurement: a number per column of the table. */
export type Sample = Record<string, number>;

export interface Result {
  group: string;
  name: string;
  /** One per round. */
  samples: Sample[];
}

export function spread({ samples }: Result, column: string): { median: number; low: number; high: number } {
  const values = samples.flatMap((sample) => sample[column] ?? []).sort((one, other) => one - other);
  const at = (index: number) => values[index] ?? Number.NaN;
  return { median: at(Math.floor((values.length - 1) / 2)), low: at(0), high: at(values.length - 1) };
}

/** The median with three significant digits, and half the distance from the lowest to the highest value. */
function cell(result: Result, column: string): string {
  const { median, low, high } = spread(result, column);
  if (Number.isNaN(median)) return '';
  const deviation = Math.round((50 * (high - low)) / median);
  return median.toLocaleString('en', { maximumSignificantDigits: 3 }) + (deviation > 0 ? ` ±${deviation} %` : '');
}

const columnsOf = (results: Result[]) => [...new Set(results.flatMap(({ samples }) => samples.flatMap(Object.keys)))];
const groupsOf = (results: Result[]) => Object.entries(Object.groupBy(results, ({ group }) => group));

export function markdown(results: Result[]): string {
  const tables = groupsOf(results).map(([group, rows = []]) => {
    const columns = columnsOf(rows);
    const median = (result?: Result) => (result ? spread(result, columns[0] ?? '').median : 0);
    const body = rows.map((result) => {
      const ratio = (median(result) / median(rows[0])).toFixed(2);
      return [result.name, ...columns.map((column) => cell(result, column)), ratio];
    });
    const lines = [['', ...columns, 'ratio'], ['---', ...columns.map(() => '--:'), '--:'], ...body];
    return `### ${group}\n\n${lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}`;
  });
  return tables.join('\n\n');
}

/** Replaces the generated section of a page. */
export function replaceSection(page: string, section: string): string {
  const marked = /(<!-- bench:begin -->)[^]*(<!-- bench:end -->)/;
  if (!marked.test(page)) throw new Error('The page has no comments "bench:begin" and "bench:end".');
  return page.replace(marked, (_all, begin: string, end: string) => `${begin}\n\n${section}\n\n${end}`);
}

const STYLE = `text { font-family: sans-serif; font-size: 12px; fill: #333 } rect { fill: #6b8fd6 } path { stroke: #333 }
@media (prefers-color-scheme: dark) { text { fill: #ddd } path { stroke: #ddd } }`;

/** An SVG with a bar per result for the first column of its group, and a line from the lowest to the highest round. */
export function plot(results: Result[]): string {
  let y = 0;
  const lines = groupsOf(results).flatMap(([group, rows = []]) => {
    const [column = ''] = columnsOf(rows);
    const scale = 400 / Math.max(...rows.map((result) => spread(result, column).high));
    y += 36;
    const bars = rows.map((result) => {
      const { median, low, high } = spread(result, column);
      const [end = 0, from = 0, to = 0] = [median, low, high].map((value) => Math.round(280 + value * scale));
      y += 18;
      return `<text x="272" y="${y}" text-anchor="end">${result.name}</text>
<rect x="280" y="${y - 10}" width="${end - 280}" height="12"/><path d="M${from} ${y - 4}H${to}"/>
<text x="${to + 8}" y="${y}">${cell(result, column)}</text>`;
    });
    return [`<text x="8" y="${y - 18 * bars.length}" font-weight="bold">${group}: ${column}</text>`, ...bars];
  });
  const start = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 ${y + 18}"><style>${STYLE}</style>`;
  return [start, ...lines, '</svg>', ''].join('\n');
}
