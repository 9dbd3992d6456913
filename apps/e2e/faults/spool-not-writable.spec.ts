import { expectPageText, expectProblemText } from '../support/error-documents.ts';
import { deployment, expect, row, test } from './fault-stack.ts';

const { admin, api } = deployment;
const SPOOL = '/var/cache/nginx/client_body';
/** More than Nginx buffers in memory. */
const LARGE = { method: 'POST', body: 'x'.repeat(100_000) };

row('error-documents', { needs: ['engine', 'writing'] }, () => {
  test.beforeAll(({ stack }) => stack.exec('web', ['chmod', '000', SPOOL]));

  test.afterAll(({ stack }) => stack.exec('web', ['chmod', '700', SPOOL]));

  test('an upload that cannot be written to disk returns 500 problem+json under the API', async ({ send }) => {
    const response = await send(`${api.prefix}missing`, LARGE);
    expectProblemText(response, 500);
    expect(response).toHaveSecurityHeaders();
    expect(response.all('Retry-After')).toEqual([]);
  });

  test('an upload that cannot be written to disk returns 500 as a page under the admin', async ({ send }) => {
    const response = await send(admin?.page ?? '', LARGE);
    expectPageText(response, 500);
    expect(response).toHaveSecurityHeaders();
  });

  test('a body that fits into memory is forwarded', async ({ send }) => {
    expect(await send(`${api.prefix}missing`, { method: 'POST', body: 'x' })).toBeProblem(404);
  });
});
