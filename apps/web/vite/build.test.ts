import { join } from 'node:path';
// Loaded before NODE_ENV changes, so that it fits the React of this process.
import 'react-dom/server';
import { build, type Rolldown } from 'vite';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { firstVisitLimit } from './first-visit-limit';

const run = (limitKb: number) =>
  build({
    configFile: join(import.meta.dirname, '../vite.config.ts'),
    plugins: [firstVisitLimit(limitKb, 'welcome-page')],
    build: { write: false },
    logLevel: 'silent',
  }) as Promise<Rolldown.RolldownOutput>;

let output: Rolldown.RolldownOutput['output'];
const read = (fileName: string) => {
  const file = output.find((candidate) => candidate.fileName === fileName);
  return file?.type === 'asset' ? String(file.source) : (file?.code ?? '');
};

beforeAll(async () => {
  vi.stubEnv('NODE_ENV', 'production');
  ({ output } = await run(1000));
}, 60_000);

afterAll(() => {
  vi.unstubAllEnvs();
});

it('fails when the first visit needs too much script and style, and lists the files', async () => {
  await expect(run(20)).rejects.toThrow(/20 kB are allowed:(?:\n +[\d.]+ kB {2}assets\/[^\n]+){4,}/);
});

it('preloads the font of the style sheet, in a way that the browser can use', () => {
  const page = new DOMParser().parseFromString(read('index.html'), 'text/html');
  const fonts = [...page.querySelectorAll<HTMLLinkElement>('link[as=font]')];
  expect(fonts.map((link) => [link.rel, link.type, link.hasAttribute('crossorigin')])).toEqual([
    ['preload', 'font/woff2', true],
  ]);
  const styles = page.querySelector('link[rel=stylesheet]')?.getAttribute('href') ?? '';
  expect(read(styles.slice(1))).toContain(`url(${String(fonts[0]?.getAttribute('href'))})`);
});

it('shows the header and the start page before the script is loaded', () => {
  const page = new DOMParser().parseFromString(read('index.html'), 'text/html');
  const first = page.querySelector('#root + #first-paint');
  expect(first?.querySelector('header a[href="/"]')).not.toBeNull();
  expect(first?.querySelector('main h1')?.textContent).not.toBe('');
  const scripts = page.querySelectorAll('script[type=module], link[rel=modulepreload]');
  expect([...scripts].filter((script) => script.getAttribute('fetchpriority') !== 'low')).toEqual([]);
  expect(scripts.length).toBeGreaterThan(1);
});
