import { expectPageText, expectProblemText } from '../support/error-documents.ts';
import { deployment, expect, row, test } from './fault-stack.ts';

const { admin, api } = deployment;
const SPOOL = '/var/cache/nginx/client_body';
/** More than Nginx buffers in memory. */
const LARGE = { method: 'POST', body: 'x'.repeat(100_000) };
const GET = { method: 'GET', headers: { 'Content-Length': String(LARGE.body.length) } };

row('error-documents', { needs: ['engine', 'writing'] }, () => {
  test.beforeAll(({ stack }) => stack.exec('web', ['chmod', '000', SPOOL]));

  test.afterAll(({ stack }) => stack.exec('web', ['chmod', '700', SPOOL]));

  test('an upload that cannot be written to disk returns 503 problem+json under the API', async ({ send }) => {
    const response = await send(`${api.prefix}missing`, LARGE);
    expectProblemText(response, 503);
    expect(response).toHaveSecurityHeaders();
    expect(response.header('Retry-After')).toBe('5');
  });

  test('an upload that cannot be written to disk returns 503 as a page under the admin', async ({ send }) => {
    const response = await send(admin?.page ?? '', LARGE);
    expectPageText(response, 503);
    expect(response).toHaveSecurityHeaders();
    expect(response.header('Retry-After')).toBe('5');
    expect(response.all('Refresh')).toEqual([]);
    expect((await send(admin?.page ?? '', { ...LARGE, ...GET })).header('Refresh')).toBe('5');
  });

  test('a body that fits into memory is forwarded', async ({ send }) => {
    expect(await send(`${api.prefix}missing`, { method: 'POST', body: 'x' })).toBeProblem(404);
  });
});
