import { deployment } from '../contract/deployment.ts';
import { row } from '../contract/row.ts';
import { expectedPage, pageWords, problemDocument } from '../support/error-documents.ts';
import { expect, test } from './fault-stack.ts';

const { api, admin } = deployment;
const SPOOL = '/var/cache/nginx/client_body';
/** More than Nginx keeps in memory. */
const LARGE = { method: 'POST', body: 'x'.repeat(100_000) };

row('error-documents', { needs: ['engine', 'writing'] }, () => {
  test.beforeAll(({ stack }) => stack.exec('web', ['chmod', '000', SPOOL]));

  test.afterAll(({ stack }) => stack.exec('web', ['chmod', '700', SPOOL]));

  test('a disk that takes no upload is 500 problem+json under the API', async ({ ask }) => {
    const answer = await ask(`${api.prefix}missing`, LARGE);
    expect(answer.status).toBe(500);
    expect(answer.json()).toEqual(problemDocument(500, answer));
    expect(answer).toCarrySafetyHeaders();
    expect(answer.all('Retry-After')).toEqual([]);
  });

  test('a disk that takes no upload is 500 with a page elsewhere', async ({ ask }) => {
    const answer = await ask(admin?.page ?? '', LARGE);
    expect(answer.status).toBe(500);
    expect(pageWords(answer)).toEqual(expectedPage(500, answer, 'Tandem'));
    expect(answer).toCarrySafetyHeaders();
  });

  test('a body that fits into memory passes all the same', async ({ ask }) => {
    expect(await ask(`${api.prefix}missing`, { method: 'POST', body: 'x' })).toBeProblem(404);
  });
});
