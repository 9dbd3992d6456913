import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RESOURCES } from '../../checks/product/fields';
import { expectGuidesFit } from '../../checks/product/guides-fit';
import { Product } from '../../checks/product/product';

/** What docs/guides/README.md and the pages say of themselves: changes that a product has already, or makes by hand. */
const UNFIT: Readonly<Record<string, readonly string[] | undefined>> = {
  postgres: ['change-the-database.md'],
  '--no-demo': ['add-a-library.md', 'change-the-authentication.md'],
};

/**
 * Declares what `checks/product.test.ts` holds of one name, in short, of another: begun, grown, seen by a person, and as
 * before when what was grown is taken out.
 *
 * @param name the product's
 * @param answers what `npm run init` is told besides
 * @param images what the names of its images begin with
 */
export function becomesAProduct(name: string, answers: readonly string[], images = name): void {
  describe(`a product ${name} (${answers.join(' ')})`, () => {
    let product: Product;

    beforeAll(() => {
      product = new Product(name, images);
      const said = product.init('--yes', '--name', name, ...answers);
      expect(said).toMatch(/^0 /);
      product.commit('feat: begins');
      product.grow(RESOURCES);
    });

    afterAll(() => {
      product[Symbol.dispose]();
    });

    it('has pages and an editor that speak of what it has, and guides that fit its files', () => {
      product.expectSound();
      expectGuidesFit(
        product.root,
        answers.flatMap((answer) => UNFIT[answer] ?? []),
      );
    });

    it('has the old name nowhere', () => {
      product.expectNothingOfTheOldName();
    });

    it('passes lint, type checks, unit tests and builds with no edit', async () => {
      await product.expectGreen();
    });

    it('shows its resources to a person, through Nginx', async () => {
      await product.expectJourneys(RESOURCES);
    });

    it('is to the byte as before when its resources are removed', () => {
      product.shrink(RESOURCES);
      expect(product.difference()).toBe('');
    });
  });
}
