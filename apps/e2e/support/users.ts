import { randomBytes } from 'node:crypto';
import { deployment } from '../contract/deployment.ts';
import { Session } from './session.ts';

/** A user with an account, signed in. */
export interface User {
  email: string;
  password: string;
  session: Session;
}

const { accounts } = deployment;

/** A new email address, and a password that passes Django's validators. */
export function newCredentials(): { email: string; password: string } {
  const unique = randomBytes(6).toString('hex');
  return { email: `user-${unique}@example.org`, password: `a quiet river ${unique}` };
}

/** Create a user and sign in: through the probe if it is mounted, else by signing up. */
export async function createUser(origin: string): Promise<User> {
  const credentials = newCredentials();
  const session = new Session(origin);
  if (!deployment.probe) await signUp(session, credentials);
  else {
    const response = await session.send(`${deployment.probe}/user`, { method: 'POST', json: credentials });
    if (response.status !== 201) throw new Error(`The probe created no user: ${response.status} ${response.text}`);
  }
  return { ...credentials, session };
}

let shared: User | undefined;

/**
 * The user of a test: a new one on a stack with the probe. On another deployment all tests of a worker share one account,
 * because sign-up is rate limited there and accounts stay behind.
 */
export async function userForTest(origin: string): Promise<User> {
  if (deployment.probe) return createUser(origin);
  shared ??= await createUser(origin);
  const { email, password, session } = shared;
  if (accounts && (await session.send(accounts.session)).status !== 200) {
    await session.send(accounts.signIn, { method: 'POST', json: { email, password } });
  }
  return shared;
}

async function signUp(session: Session, credentials: { email: string; password: string }): Promise<void> {
  if (!accounts) throw new Error('The deployment has no accounts: the row needs `accounts`.');
  await session.send(accounts.session); // sets the CSRF cookie
  const response = await session.send(accounts.signUp, { method: 'POST', json: credentials });
  if (response.status !== 200) throw new Error(`Sign-up failed: ${response.status} ${response.text}`);
}
