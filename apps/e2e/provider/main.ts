/** An OpenID Connect provider for tests, where every name and password is right. The name is the address of the user. */
import { readFileSync } from 'node:fs';
import Provider from 'oidc-provider';

const { ISSUER = '', CALLBACK = '' } = process.env;

const provider = new Provider(ISSUER, {
  clients: [
    {
      client_id: 'app',
      client_secret: readFileSync('/run/secrets/oidc_client_secret', 'utf8'),
      redirect_uris: [CALLBACK],
    },
  ],
  claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: [] },
  findAccount: (_context, id) => ({
    accountId: id,
    claims: () => ({ sub: id, email: id, email_verified: !id.startsWith('unverified') }),
  }),
});
provider.listen(new URL(ISSUER).port);
