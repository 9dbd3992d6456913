export { expect, test } from '../support/test.ts';
export { deployment, isOwnStack } from './deployment.ts';
export { row } from './row.ts';
