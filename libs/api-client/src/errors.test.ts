import { http, HttpResponse } from 'msw';
import { describe, expect, it, vi } from 'vitest';
import { api } from './client';
import { describeError } from './describe-error';
import { lastFailedRequestId } from './last-failure';
import { server } from './testing/server';

const ID = '0123456789abcdef0123456789abcdef';

/** What a call throws when the server answers in this way. */
async function failWith(answer: () => Response): Promise<unknown> {
  server.use(http.get('/api/system', answer));
  return api.GET('/api/system').then(
    () => null,
    (error: unknown) => error,
  );
}

describe('a failed call', () => {
  it('throws what problem details say, by field where they name one', async () => {
    const problem = {
      type: 'urn:problem-type:example',
      title: 'Fields refused',
      status: 422,
      detail: 'Some fields need another look.',
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
      title: 'Fields refused',
      detail: 'Some fields need another look.',
      requestId: ID,
      fieldErrors: { title: ['Too long.', 'No tabs.'], body: ['Too short.'] },
      hasFieldErrors: true,
    });
  });

  it('speaks to people where a problem has only the status’s own phrase', async () => {
    const problem = {
      type: 'about:blank',
      title: 'Bad Gateway',
      status: 502,
      detail: 'It is starting.',
      request_id: ID,
    };
    expect(await failWith(() => HttpResponse.json(problem, { status: 502 }))).toMatchObject({
      title: 'The server could not answer',
      detail: 'It is starting.',
    });
  });

  it('reads allauth’s envelope: messages by parameter, and those of the form as a whole', async () => {
    const envelope = {
      status: 400,
      errors: [
        { param: 'email', message: 'Enter an address.', code: 'a' },
        { message: 'This account is inactive.', code: 'b' },
      ],
    };
    const answer = () => HttpResponse.json(envelope, { status: 400, headers: { 'X-Request-ID': ID } });
    expect(await failWith(answer)).toMatchObject({
      detail: 'This account is inactive.',
      fieldErrors: { email: ['Enter an address.'] },
      requestId: ID,
    });
  });

  it('carries the stored resource of a conflict', async () => {
    const current = { id: 'a', version: 2 };
    expect(await failWith(() => HttpResponse.json({ status: 409, current }, { status: 409 }))).toMatchObject({
      current,
    });
  });

  it.each(['<html>502</html>', '', '[]', '{"errors":"none"}'])(
    'has words for a body that says nothing: %j',
    async (body) => {
      const error = await failWith(() => new HttpResponse(body, { status: 502, headers: { 'X-Request-ID': ID } }));
      expect(error).toMatchObject({ title: 'The server could not answer', requestId: ID, fieldErrors: {} });
    },
  );

  it('knows how long the server asks to wait', async () => {
    const answer = () => new HttpResponse('', { status: 503, headers: { 'Retry-After': '5' } });
    expect(await failWith(answer)).toMatchObject({ retryAfterSeconds: 5 });
  });

  it('tells a server that cannot be reached from a device without network', async () => {
    expect(await failWith(() => HttpResponse.error())).toMatchObject({ kind: 'network', status: 0, requestId: null });
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    expect(await failWith(() => HttpResponse.error())).toMatchObject({ kind: 'offline', title: 'You are offline' });
  });

  it('stays a cancellation when it was cancelled', async () => {
    server.use(http.get('/api/system', () => new Promise<never>(() => undefined)));
    const controller = new AbortController();
    const call = api.GET('/api/system', { signal: controller.signal });
    controller.abort();
    await expect(call).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('leaves its request id for a fault of the page that follows from it', async () => {
    await failWith(() => HttpResponse.json({ request_id: ID }, { status: 500 }));
    expect(lastFailedRequestId()).toBe(ID);
    expect(describeError(new TypeError('undefined is not a function'))).toMatchObject({
      title: 'This page broke',
      requestId: ID,
    });
  });
});
