import type { GeneratorCallback, Tree } from '@nx/devkit';

/** A request that a generator rejects before it changes anything. The message says what is wrong, then what to do. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}

type Generator<Options> = (tree: Tree, options: Options) => Promise<GeneratorCallback>;

/** Prints a refusal as one line instead of Nx's error report with its stack. */
export function withRefusals<Options>(generator: Generator<Options>): Generator<Options> {
  return async (tree, options) => {
    try {
      return await generator(tree, options);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      console.error(`✗ ${error.message}`);
      process.exit(1);
    }
  };
}
