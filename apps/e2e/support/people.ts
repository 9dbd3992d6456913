import { randomBytes } from 'node:crypto';
import { deployment, isOwnStack } from '../contract/deployment.ts';
import { Session } from './session.ts';

/** Somebody with an account, signed in. */
export interface Person {
  email: string;
  password: string;
  session: Session;
}

const {
  signUp: SIGN_UP,
  signIn: SIGN_IN,
  session: SESSION,
} = deployment.accounts ?? {
  signUp: '',
  signIn: '',
  session: '',
};
const NOTES = deployment.api.private ?? '';

/** An address that nobody has yet, and a password that no list of common ones holds. */
export function newIdentity(): { email: string; password: string } {
  const unique = randomBytes(6).toString('hex');
  return { email: `person-${unique}@example.org`, password: `a quiet river ${unique}` };
}

/**
 * Somebody new, signed in: through the probe where it is loaded, else by signing up.
 *
 * @param staff may use the admin; only through the probe
 */
export async function newPerson(origin: string, { staff = false } = {}): Promise<Person> {
  const identity = newIdentity();
  const session = new Session(origin);
  if (!deployment.probe) await signUp(session, identity);
  else {
    const answer = await session.ask(`${deployment.probe}/person`, { method: 'POST', json: { ...identity, staff } });
    if (answer.status !== 201) throw new Error(`The probe made nobody: ${answer.status} ${answer.text}`);
  }
  return { ...identity, session };
}

let kept: Person | undefined;

/**
 * Somebody signed in who has no notes: new on a stack of our own; on somebody else's deployment one account for each
 * worker, since signing up is limited there and accounts stay behind.
 */
export async function personWithoutNotes(origin: string): Promise<Person> {
  if (isOwnStack) return newPerson(origin);
  kept ??= await newPerson(origin);
  await leaveNothingBehind(kept);
  return kept;
}

async function leaveNothingBehind({ email, password, session }: Person): Promise<void> {
  if ((await session.ask(SESSION)).status !== 200) {
    await session.ask(SIGN_IN, { method: 'POST', json: { email, password } });
  }
  const { items } = (await session.ask(`${NOTES}?page_size=100`)).json<{ items: { id: string }[] }>();
  for (const { id } of items) await session.ask(`${NOTES}/${id}`, { method: 'DELETE' });
}

async function signUp(session: Session, identity: { email: string; password: string }): Promise<void> {
  await session.ask(SESSION); // sets the CSRF cookie
  const answer = await session.ask(SIGN_UP, { method: 'POST', json: identity });
  if (answer.status !== 200) throw new Error(`Signing up failed: ${answer.status} ${answer.text}`);
}
