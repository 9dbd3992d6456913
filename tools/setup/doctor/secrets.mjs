// @ts-check
/** @import { Check } from './examine.mjs' */

const KEY = 'docker/stack/.secrets/secret_key';
/** Django's own check asks for as many (security.W009). */
const MINIMUM = 50;
const MAKE = 'npx nx secrets stack';

/** @type {Check} */
export const secrets = {
  id: 'secrets',
  title: 'Secrets',
  async look(host) {
    const key = host.read(KEY);
    if (key === undefined) return { status: 'problem', says: `${KEY} is missing.`, mend: MAKE };
    if (key.trim().length >= MINIMUM) return { status: 'ok', says: 'made for this machine' };
    return { status: 'problem', says: `${KEY} has fewer than ${MINIMUM} characters.`, mend: `rm ${KEY} && ${MAKE}` };
  },
};
