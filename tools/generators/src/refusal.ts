import type { Tree } from '@nx/devkit';

/** A request that is not carried out, in a sentence for whoever asked. Thrown before anything is written. */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  /**
   * @param what - what stands against it
   * @param help - what to do instead
   */
  constructor(what: string, help?: string) {
    super(help === undefined ? what : `${what}\n${help}`);
    // Nx prints an error's stack where it has one; nobody looks for the cause in the generator's code.
    this.stack = this.message;
  }
}

/** @throws Refusal where something is in the place of what would be made */
export function refuseToWriteOver(tree: Tree, path: string): void {
  if (tree.exists(path)) throw new Refusal(`${path} exists already, and would be written over.`);
}
