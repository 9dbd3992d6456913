import { deployment } from '../contract/deployment';
import { row } from '../contract/row';
import { newIdentity } from '../support/people';
import { expect, test } from './fault-stack';

row('cookies', { needs: ['engine', 'probe'] }, () => {
  test.beforeAll(({ stack, origin }) =>
    stack.recreate('api', { TANDEM_PUBLIC_URL: origin.replace('http:', 'https:') }),
  );

  test.afterAll(({ stack, origin }) => stack.recreate('api', { TANDEM_PUBLIC_URL: origin }));

  test('behind TLS the session and CSRF cookies are Secure', async ({ ask }) => {
    await expect.poll(async () => (await ask(deployment.api.open)).status).toBe(200);
    const answer = await ask(`${deployment.probe}/person`, { method: 'POST', body: JSON.stringify(newIdentity()) });
    const cookies = answer.all('Set-Cookie');
    expect(cookies.map((cookie) => cookie.split('=')[0]).sort()).toEqual(['csrftoken', 'sessionid']);
    for (const cookie of cookies) expect(cookie).toMatch(/; Secure(;|$)/i);
  });
});
