import { deployment } from '../contract/deployment.ts';
import { row } from '../contract/row.ts';
import { assetsOf } from '../support/app-shell.ts';
import { PAGES, PROBLEMS } from '../support/error-cases.ts';
import { ERROR_WORDS, expectedPage, pageWords, PROBE_OF_PAGES, problemDocument } from '../support/error-documents.ts';
import { exchange } from '../support/raw-http.ts';
import { requestText } from '../support/raw-request.ts';
import { expect, test } from '../support/test.ts';

// The words are this product's own: a deployment of another project has others.
row('error-documents', { needs: ['engine', 'probe'] }, () => {
  for (const [status, what, parts] of PROBLEMS) {
    test(`the problem of ${what} is named and explained: ${ERROR_WORDS[status][0]} (${status})`, async ({ origin }) => {
      const answer = await exchange(origin, requestText(origin, parts));
      expect(answer.json()).toEqual(problemDocument(status, answer));
    });
  }

  test('a response that cannot be sent answers 500 as problem+json', async ({ ask }) => {
    const answer = await ask(`${deployment.probe}/unsendable`);
    expect(answer.status).toBe(500);
    expect(answer.json()).toEqual(problemDocument(500, answer));
    expect(answer).toCarrySafetyHeaders();
    expect(answer.header('Cache-Control')).toBe('no-store');
  });

  test('an application that answers nothing is 502 as problem+json', async ({ ask }) => {
    const answer = await ask(`${deployment.probe}/raw/nothing`);
    expect(answer.status).toBe(502);
    expect(answer.json()).toEqual(problemDocument(502, answer));
    expect(answer.header('Retry-After')).toBe('5');
  });

  const PRODUCT = 'Tandem';

  test('and 502 as a page for people elsewhere', async ({ ask }) => {
    const answer = await ask(`${PROBE_OF_PAGES}/raw/nothing`);
    expect(answer.status).toBe(502);
    expect(pageWords(answer)).toEqual(expectedPage(502, answer, PRODUCT));
    expect(answer.header('Retry-After')).toBe('5');
    expect(answer.header('Cache-Control')).toBe('no-store');
    expect(answer).toCarrySafetyHeaders();
  });

  for (const [status, what, parts] of PAGES) {
    test(`the page for ${what} says what happened: ${ERROR_WORDS[status][0]} (${status})`, async ({ origin }) => {
      const answer = await exchange(origin, requestText(origin, parts));
      expect(pageWords(answer)).toEqual(expectedPage(status, answer, PRODUCT));
    });
  }

  test('the page for a part outside a file says what happened', async ({ ask }) => {
    const { script } = assetsOf(await ask('/'));
    const answer = await ask(script, { headers: { Range: 'bytes=99999999-' } });
    expect(pageWords(answer)).toEqual(expectedPage(416, answer, PRODUCT));
  });

  test('the page is HTML in a language, for small screens, and for no search engine', async ({ ask }) => {
    const { text } = await ask('/.env');
    expect(text).toMatch(/^<!doctype html>\s*<html lang="en">/);
    expect(text).toContain('<meta name="viewport" content="width=device-width" />');
    expect(text).toContain('<meta name="robots" content="noindex" />');
    expect(text).toContain('<a href="/">Go to the start page</a>');
    expect(text).not.toMatch(/<style|<script|style=|<!--/);
  });

  test("the page's style sheet is a file of its own that is asked about each time", async ({ ask }) => {
    const [, href = ''] = /<link rel="stylesheet" href="([^"]+)"/.exec((await ask('/.env')).text) ?? [];
    const sheet = await ask(href);
    expect(sheet.status).toBe(200);
    expect(sheet.header('Content-Type')).toBe('text/css; charset=utf-8');
    expect(sheet.header('Cache-Control')).toBe('no-cache');
    expect(sheet.text).toContain('body {');
    expect(sheet).toCarrySafetyHeaders();

    const again = await ask(href, { headers: { 'If-None-Match': sheet.header('ETag') ?? '' } });
    expect(again.status).toBe(304);
    expect(again.header('Cache-Control')).toBe('no-cache');
  });

  test('the files of the documents are no addresses', async ({ ask }) => {
    for (const path of [
      '/page.html',
      '/__e/problem',
      '/__e/page',
      '/__e/range',
      '/__e/timeout',
      '/__e/refused',
      '/__e/failed',
    ]) {
      expect((await ask(path)).status, path).toBe(404);
    }
  });
});
