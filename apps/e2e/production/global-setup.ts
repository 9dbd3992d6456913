import { baseImage } from '../support/base-image.ts';

/** Select the image of PostgreSQL for the workers, which inherit the environment. */
export default async function globalSetup(): Promise<void> {
  Object.assign(process.env, await baseImage('POSTGRES_IMAGE'));
}
