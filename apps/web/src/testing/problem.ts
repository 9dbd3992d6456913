import { HttpResponse } from 'msw';

export const REQUEST_ID = '0123456789abcdef0123456789abcdef';

/** An error response of the API (RFC 9457). */
export function problem(status: number, detail: string, members: Record<string, unknown> = {}) {
  return HttpResponse.json(
    { type: 'about:blank', title: 'Phrase', status, detail, request_id: REQUEST_ID, ...members },
    { status, headers: { 'Content-Type': 'application/problem+json', 'X-Request-ID': REQUEST_ID } },
  );
}
