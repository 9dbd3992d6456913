// @ts-check
/** @import { Check } from './examine.mjs' */

const FOLDER = 'libs/api-types';

/** @type {Check} */
export const types = {
  id: 'types',
  title: 'TypeScript types',
  needs: ['npm-packages'],
  async look(host) {
    const ran = await host.run(process.execPath, [`${FOLDER}/generate.mjs`, `${FOLDER}/openapi.json`]);
    if (ran.code === 0 && ran.out === host.read(`${FOLDER}/src/schema.gen.ts`)) {
      return { status: 'ok', says: 'as the OpenAPI document says' };
    }
    return {
      status: 'problem',
      says: 'They are not what the OpenAPI document says.',
      mend: 'npx nx run api-types:generate',
    };
  },
};
