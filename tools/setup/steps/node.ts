import type { Step } from '../step.ts';

/** bootstrap.mjs installs Node and the npm packages before this step can run. */
export const node: Step = {
  id: 'node',
  title: 'Node.js',
  check: () => Promise.resolve({ ok: true, message: `${process.versions.node}, npm packages as locked` }),
};
