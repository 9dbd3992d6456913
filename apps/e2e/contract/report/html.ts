import type { Exchange } from '../../support/exchanges.ts';
import type { RowResult, TestOutcome } from './results.ts';
import { STYLE } from './style.ts';
import { summary } from './table.ts';

export interface RunFacts {
  /** The tested origin. */
  target: string;
  /** ISO 8601 */
  date: string;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** Escape text and turn back-quoted words into code. */
function prose(text: string): string {
  return escape(text).replace(/`([^`]+)`/g, '<code>$1</code>');
}

/**
 * Render the report as one self-contained page without scripts, for the operators of a deployment: each row passed, failed
 * or not run, with the recorded HTTP exchanges.
 */
export function page(rows: readonly RowResult[], facts: RunFacts): string {
  const sections = [...new Set(rows.map(({ section }) => section))];
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>Proxy contract · ${escape(facts.target)}</title>
<style>${STYLE}</style>
<header>
<h1>Proxy contract</h1>
<p>${escape(facts.target)} · <time>${escape(facts.date)}</time></p>
<p><strong>${escape(summary(rows).replace('Proxy contract: ', ''))}</strong></p>
</header>
${sections.map((name) => section(name, rows)).join('\n')}
</html>
`;
}

function section(name: string, rows: readonly RowResult[]): string {
  const own = rows.filter((row) => row.section === name);
  return `<section><h2>${escape(name)}</h2>${own.map(rowBlock).join('')}</section>`;
}

function rowBlock(row: RowResult): string {
  const open = row.verdict === 'failed' ? ' open' : '';
  return `<details class="row ${className(row.verdict)}" id="${row.id}"${open}>
<summary><span class="verdict">${row.verdict}</span> <span>${prose(row.text)}</span></summary>
<p class="why">${prose(row.why)}</p>
${row.tests.map(testBlock).join('')}</details>`;
}

function testBlock(test: TestOutcome): string {
  const open = test.verdict === 'failed' ? ' open' : '';
  const reason = test.reason ? `<pre class="reason">${escape(test.reason)}</pre>` : '';
  return `<details class="test ${className(test.verdict)}"${open}>
<summary><span class="verdict">${test.verdict}</span> ${prose(test.title)}</summary>
${reason}${test.exchanges.map(exchangeBlock).join('')}</details>`;
}

function exchangeBlock({ origin, sent, received }: Exchange): string {
  return `<figure><figcaption>to ${escape(origin)}</figcaption>
<pre class="sent">${escape(sent)}</pre>
<pre class="received">${escape(received) || 'no response'}</pre></figure>`;
}

function className(verdict: string): string {
  return verdict.replace(' ', '-');
}
