import { deployment } from '../contract/deployment.ts';
import { row } from '../contract/row.ts';
import { assetsOf } from '../support/app-shell.ts';
import { SAMPLE_FOLDER } from '../support/sample-files.ts';
import { expect, test } from '../support/test.ts';

const TEXT = '; charset=utf-8';

/** What IANA registered for each extension: https://www.iana.org/assignments/media-types */
const TYPES: Record<string, string> = {
  html: `text/html${TEXT}`,
  htm: `text/html${TEXT}`,
  css: `text/css${TEXT}`,
  js: `text/javascript${TEXT}`,
  mjs: `text/javascript${TEXT}`,
  txt: `text/plain${TEXT}`,
  csv: `text/csv${TEXT}`,
  md: `text/markdown${TEXT}`,
  xml: `text/xml${TEXT}`,
  svg: `image/svg+xml${TEXT}`,
  json: 'application/json', // always UTF-8: RFC 8259, 8.1
  webmanifest: 'application/manifest+json',
  pdf: 'application/pdf',
  wasm: 'application/wasm',
  zip: 'application/zip',
  ico: 'image/x-icon',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
  woff2: 'font/woff2',
  woff: 'font/woff',
  ttf: 'font/ttf',
  otf: 'font/otf',
  mp3: 'audio/mpeg',
  ogg: 'audio/ogg',
  mp4: 'video/mp4',
  webm: 'video/webm',
};

row('file-types', { needs: ['engine'] }, () => {
  for (const [extension, type] of Object.entries(TYPES)) {
    test(`a file *.${extension} is ${type}`, async ({ ask }) => {
      const answer = await ask(`${SAMPLE_FOLDER}/sample.${extension}`);
      expect(answer.status).toBe(200);
      expect(answer.header('Content-Type')).toBe(type);
      expect(answer.text).toBe(`sample.${extension}\n`);
    });
  }

  test('a file of no known type is bytes, and not shown as a page', async ({ ask }) => {
    const answer = await ask(`${SAMPLE_FOLDER}/sample.unheard-of`);
    expect(answer.status).toBe(200);
    expect(answer.header('Content-Type')).toBe('application/octet-stream');
  });
});

/** The version's file is there where the deployment has one. */
const VERSION = deployment.app.version ? [[deployment.app.version, /^application\/json/] as const] : [];

row('file-types', () => {
  test('what the page loads has the types that `nosniff` needs', async ({ ask }) => {
    const { script, style } = assetsOf(await ask('/'));
    const types = [
      ['/', /^text\/html; ?charset=utf-8$/i],
      [script, /^(text|application)\/javascript(; ?charset=utf-8)?$/i],
      [style, /^text\/css(; ?charset=utf-8)?$/i],
      ...VERSION,
    ] as const;
    for (const [path, type] of types) expect((await ask(path)).header('Content-Type'), path).toMatch(type);
  });
});
