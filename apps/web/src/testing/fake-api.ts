import { http, HttpResponse, type HttpResponseResolver } from 'msw';
import { server } from './server';

export const USER = { id: 7, email: 'mira@example.com', date_joined: '2026-11-22T10:00:00Z', has_password: true };
export const OTHER_USER = { id: 8, email: 'noah@example.com', date_joined: '2026-11-23T10:00:00Z', has_password: true };
export const CODE = 'BCDF-GHJK';
export const PASSWORD = 'quiet-otter-42-lane';
const AUTH = '/api/auth/browser/v1';

/** Simulates the API's sessions. Tests read and change the returned state. */
export function fakeApi({ signedIn = true } = {}) {
  const state = { signedIn, user: USER };
  const pending = (id: string) =>
    HttpResponse.json({ status: 401, data: { flows: [{ id, is_pending: true }] } }, { status: 401 });
  const takeCode: HttpResponseResolver<never, { key: string }> = async ({ request }) => {
    const { key } = await request.json();
    const errors = [{ code: 'incorrect_code', param: 'key', message: 'This code is wrong.' }];
    if (key !== CODE) return HttpResponse.json({ status: 400, errors }, { status: 400 });
    state.signedIn = true;
    return HttpResponse.json({ status: 200 });
  };
  const unauthenticated = () =>
    HttpResponse.json({ status: 401, data: { flows: [] }, meta: { is_authenticated: false } }, { status: 401 });

  server.use(
    http.get(`${AUTH}/config`, () =>
      HttpResponse.json({ status: 200, data: { account: { email_verification_by_code_enabled: false } } }),
    ),
    http.get('/api/session', () => HttpResponse.json({ user: state.signedIn ? state.user : null })),
    http.delete(`${AUTH}/auth/session`, () => {
      state.signedIn = false;
      return unauthenticated();
    }),
    http.post(`${AUTH}/auth/signup`, () => pending('verify_email')),
    http.post(`${AUTH}/auth/email/verify`, takeCode),
    http.post(`${AUTH}/auth/password/request`, () => pending('password_reset_by_code')),
    http.post(`${AUTH}/auth/password/reset`, takeCode),
    http.post<never, { email: string; password: string }>(`${AUTH}/auth/login`, async ({ request }) => {
      const { email, password } = await request.json();
      if (state.signedIn) return HttpResponse.json({ status: 409 }, { status: 409 });
      if (password !== PASSWORD) {
        const errors = [{ code: 'mismatch', param: 'password', message: 'The password is wrong.' }];
        return HttpResponse.json({ status: 400, errors }, { status: 400 });
      }
      state.signedIn = true;
      state.user = email === OTHER_USER.email ? OTHER_USER : USER;
      return HttpResponse.json({ status: 200 });
    }),
  );
  return state;
}

/** Simulates an API that requires a confirmation of the identity: `required` is its response until then. */
export function fakeReauthentication(flows = [{ id: 'reauthenticate' }]) {
  const state = {
    isConfirmed: false,
    required: () => {
      const body = { status: 401, data: { flows }, meta: { is_authenticated: true } };
      return HttpResponse.json(body, { status: 401 });
    },
  };
  server.use(
    http.post<never, { password: string }>(`${AUTH}/auth/reauthenticate`, async ({ request }) => {
      const { password } = await request.json();
      const errors = [{ code: 'incorrect_password', param: 'password', message: 'Incorrect password.' }];
      if (password !== PASSWORD) return HttpResponse.json({ status: 400, errors }, { status: 400 });
      state.isConfirmed = true;
      return HttpResponse.json({ status: 200 });
    }),
  );
  return state;
}
