import { newPerson } from '../support/people';
import { expect, test } from './fault-stack';

test('behind TLS the session and CSRF cookies are Secure', async ({ ask, origin, stack }) => {
  await stack.recreate('api', { TANDEM_PUBLIC_URL: origin.replace('http:', 'https:') });
  try {
    await expect.poll(async () => (await ask('/api/readyz')).status).toBe(200);
    const identity = JSON.stringify({
      email: `tls-${Date.now()}@example.org`,
      password: 'a quiet river runs',
    });
    const answer = await ask('/api/_probe/person', { method: 'POST', body: identity });
    const cookies = answer.all('Set-Cookie');
    expect(cookies.map((cookie) => cookie.split('=')[0]).sort()).toEqual(['csrftoken', 'sessionid']);
    for (const cookie of cookies) expect(cookie).toMatch(/; Secure(;|$)/i);
  } finally {
    await stack.recreate('api', { TANDEM_PUBLIC_URL: origin });
    await expect.poll(async () => (await ask('/api/readyz')).status).toBe(200);
  }
  // And over plain HTTP they are not, or nobody could sign in there.
  const person = await newPerson(origin);
  expect((await person.session.ask('/api/notes')).status).toBe(200);
});
