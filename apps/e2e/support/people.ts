import { randomBytes } from 'node:crypto';
import { Session } from './session';

/** Somebody with an account, signed in. */
export interface Person {
  email: string;
  password: string;
  session: Session;
}

const SIGN_UP = '/api/auth/browser/v1/auth/signup';
const SESSION = '/api/auth/browser/v1/auth/session';

/** An address that nobody has yet, and a password that no list of common ones holds. */
export function newIdentity(): { email: string; password: string } {
  const unique = randomBytes(6).toString('hex');
  return { email: `person-${unique}@example.org`, password: `a quiet river ${unique}` };
}

/**
 * Somebody new, signed in: through the probe on a stack of our own, else by signing up.
 *
 * @param staff may use the admin; only through the probe
 */
export async function newPerson(origin: string, { staff = false } = {}): Promise<Person> {
  const identity = newIdentity();
  const session = new Session(origin);
  if (process.env.BASE_URL) await signUp(session, identity);
  else {
    const answer = await session.ask('/api/_probe/person', { method: 'POST', json: { ...identity, staff } });
    if (answer.status !== 201) throw new Error(`The probe made nobody: ${answer.status} ${answer.text}`);
  }
  return { ...identity, session };
}

async function signUp(session: Session, identity: { email: string; password: string }): Promise<void> {
  await session.ask(SESSION); // sets the CSRF cookie
  const answer = await session.ask(SIGN_UP, { method: 'POST', json: identity });
  if (answer.status !== 200) throw new Error(`Signing up failed: ${answer.status} ${answer.text}`);
}
