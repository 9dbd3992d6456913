import { getSystem } from '@app/api-types';
import { http, HttpResponse } from 'msw';
import { describe, expect, it, vi } from 'vitest';
import { readConflict } from './api-error';
import { describeError } from './describe-error';
import { server } from './testing/server';

const ID = '0123456789abcdef0123456789abcdef';

/** Returns what a request throws for this response. */
async function failWith(respond: () => Response): Promise<unknown> {
  server.use(http.get('/api/system', respond));
  return getSystem().then(
    () => null,
    (error: unknown) => error,
  );
}

describe('a failed request', () => {
  it('throws the content of problem details, with messages by field', async () => {
    const problem = {
      type: 'urn:problem-type:example',
      title: 'Invalid fields',
      status: 422,
      detail: 'Some fields are invalid.',
      request_id: ID,
      errors: [
        { field: 'title', message: 'Too long.', code: 'a' },
        { field: 'title', message: 'No tabs.', code: 'b' },
        { field: 'body', message: 'Too short.', code: 'c' },
      ],
    };
    expect(await failWith(() => HttpResponse.json(problem, { status: 422 }))).toMatchObject({
      name: 'ApiError',
      kind: 'http',
      status: 422,
      title: 'Invalid fields',
      detail: 'Some fields are invalid.',
      requestId: ID,
      fieldErrors: { title: ['Too long.', 'No tabs.'], body: ['Too short.'] },
      hasFieldErrors: true,
    });
  });

  it('replaces the status phrase of a problem without a type', async () => {
    const problem = {
      type: 'about:blank',
      title: 'Bad Gateway',
      status: 502,
      detail: 'It is starting.',
      request_id: ID,
    };
    expect(await failWith(() => HttpResponse.json(problem, { status: 502 }))).toMatchObject({
      title: 'Temporarily unavailable',
      detail: 'It is starting.',
    });
  });

  it('reads allauth’s messages for fields and for the whole form', async () => {
    const envelope = {
      status: 400,
      errors: [
        { param: 'email', message: 'Enter an address.', code: 'a' },
        { message: 'This account is inactive.', code: 'b' },
      ],
    };
    const respond = () => HttpResponse.json(envelope, { status: 400, headers: { 'X-Request-ID': ID } });
    expect(await failWith(respond)).toMatchObject({
      detail: 'This account is inactive.',
      fieldErrors: { email: ['Enter an address.'] },
      requestId: ID,
    });
  });

  it.each(['<html>500</html>', '', '[]', 'null', '{"errors":"none"}'])(
    'has a default text for the body %j',
    async (body) => {
      const error = await failWith(() => new HttpResponse(body, { status: 500, headers: { 'X-Request-ID': ID } }));
      expect(error).toMatchObject({ title: 'Something went wrong on our side', requestId: ID, fieldErrors: {} });
    },
  );

  it('has the delay from Retry-After', async () => {
    const respond = () => new HttpResponse('', { status: 503, headers: { 'Retry-After': '5' } });
    expect(await failWith(respond)).toMatchObject({ retryAfterSeconds: 5 });
  });

  it('distinguishes an unreachable server from a device without network', async () => {
    expect(await failWith(() => HttpResponse.error())).toMatchObject({ kind: 'network', status: 0, requestId: null });
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    expect(await failWith(() => HttpResponse.error())).toMatchObject({
      kind: 'offline',
      title: 'There was no connection',
    });
  });

  it('throws an AbortError when it was cancelled', async () => {
    server.use(http.get('/api/system', () => new Promise<never>(() => undefined)));
    const controller = new AbortController();
    const request = getSystem({ signal: controller.signal });
    controller.abort();
    await expect(request).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('provides its request id for a later error in the page’s code', async () => {
    await failWith(() => HttpResponse.json({ request_id: ID }, { status: 500 }));
    expect(describeError(new TypeError('undefined is not a function'))).toMatchObject({
      title: 'Something went wrong on our side',
      requestId: ID,
    });
  });
});

it('reads the stored resource of a conflict, and of no other error', async () => {
  const current = { id: 'a', version: 2 };
  expect(readConflict(await failWith(() => HttpResponse.json({ current }, { status: 409 })))).toEqual(current);
  expect(readConflict(await failWith(() => HttpResponse.json({ status: 409 }, { status: 409 })))).toBeNull();
  expect(readConflict(await failWith(() => HttpResponse.json({ current }, { status: 422 })))).toBeNull();
});
