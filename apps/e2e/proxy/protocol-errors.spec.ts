import { deployment } from '../contract/deployment.ts';
import { row } from '../contract/row.ts';
import { assetsOf } from '../support/app-shell.ts';
import { PAGES, PROBLEMS } from '../support/error-cases.ts';
import type { Answer } from '../support/http.ts';
import { exchange } from '../support/raw-http.ts';
import { requestText } from '../support/raw-request.ts';
import { expect, test } from '../support/test.ts';

const { app } = deployment;

/** Fields that an error has when there is something to say, and otherwise not at all. */
const TELLING = ['Allow', 'Retry-After', 'ETag', 'Last-Modified', 'Accept-Ranges', 'Content-Encoding', 'Set-Cookie'];

function telling(answer: Answer): Record<string, string> {
  return Object.fromEntries(TELLING.flatMap((name) => answer.all(name).map((value) => [name, value])));
}

row('error-documents', () => {
  for (const [status, what, parts, headers = {}] of PROBLEMS) {
    test(`${what} under the API answers ${status} as problem+json`, async ({ origin }) => {
      const answer = await exchange(origin, requestText(origin, parts));
      expect(answer.status).toBe(status);
      expect(answer.header('Content-Type')).toBe('application/problem+json');
      expect(answer).toBeProblem(status);
      expect(answer).toCarrySafetyHeaders({ secure: origin.startsWith('https:') });
      expect(answer.header('Cache-Control')).toBe('no-store');
      expect(telling(answer)).toEqual(headers);
    });
  }

  for (const [status, what, parts, headers = {}] of PAGES) {
    test(`${what} elsewhere answers ${status} as a page`, async ({ origin }) => {
      const answer = await exchange(origin, requestText(origin, parts));
      expect(answer.status).toBe(status);
      expect(answer.header('Content-Type')).toBe('text/html; charset=utf-8');
      expect(answer.text).toContain(answer.header('X-Request-ID'));
      expect(answer.text).not.toContain(app.marker);
      expect(answer).toCarrySafetyHeaders({ secure: origin.startsWith('https:') });
      expect(answer.header('Cache-Control')).toBe('no-store');
      expect(telling(answer)).toEqual(headers);
    });
  }

  test('an error answers HEAD with the same headers and no body', async ({ origin }) => {
    const headers = ['Connection: close'];
    const [get, head] = await Promise.all(
      ['GET', 'HEAD'].map((method) =>
        exchange(origin, requestText(origin, { method, target: '/.env', headers }), 'HEAD'),
      ),
    );
    const names = (answer?: Answer) =>
      answer?.headers.map(([name]) => name).filter((name) => name !== 'Transfer-Encoding');
    expect(head?.status).toBe(404);
    expect(names(head)).toEqual(names(get));
  });
});

row('error-documents', () => {
  // Of each kind, since Nginx has set the headers of the file when it finds that the range is outside of it.
  for (const kind of ['page', 'script', 'style'] as const) {
    test(`a part outside a file (${kind}) answers 416 as a page that no cache keeps for long`, async ({ ask }) => {
      const files = { page: app.page, ...assetsOf(await ask('/')) };
      // The page is plain, whatever coding the file could have had.
      for (const accepts of ['identity', 'br', 'gzip']) {
        const answer = await ask(files[kind], { headers: { 'Accept-Encoding': accepts, Range: 'bytes=99999999-' } });
        expect(answer.status, accepts).toBe(416);
        expect(answer.header('Content-Type')).toBe('text/html; charset=utf-8');
        expect(answer.text).toContain(answer.header('X-Request-ID'));
        expect(answer.header('Content-Range')).toMatch(/^bytes \*\/\d+$/);
        expect(answer.header('Cache-Control')).toBe('no-cache');
        expect(telling(answer), accepts).toEqual({});
        expect(answer).toCarrySafetyHeaders();
      }
    });
  }
});
