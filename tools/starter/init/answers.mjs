// @ts-check
import { names } from '@nx/devkit';

/** @import { Answers } from '../record.mjs' */
/** @import { Spellings } from './spellings.mjs' */

/** What a product is called if its folder has no name to take. */
const NO_NAME = 'product';

/**
 * A name out of whatever a person or a folder calls it: `My Product` is `my-product`.
 *
 * @param {string} text
 * @returns {string}
 */
export function nameFrom(text) {
  const plain = text.normalize('NFKD').replaceAll(/\p{M}/gu, '');
  const words = plain
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  return words.join('-').replace(/^[^a-z]+/, '') || NO_NAME;
}

/** `ox-cart` is `Ox Cart`. @param {string} name */
export function titleFrom(name) {
  return name
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');
}

/** `ox-cart` is `ox_cart`. @param {string} name */
export function moduleFrom(name) {
  return name.replaceAll('-', '_');
}

/**
 * The answers, with a default for each that was not given.
 *
 * @param {Partial<Answers> & {name: string}} given
 * @returns {Answers}
 */
export function withDefaults(given) {
  const { name } = given;
  const title = given.title ?? titleFrom(name);
  return {
    name,
    title,
    scope: given.scope ?? name,
    pythonPackage: given.pythonPackage ?? moduleFrom(name),
    images: given.images ?? name,
    port: given.port ?? 8080,
    devPort: given.devPort ?? 5173,
    apiPort: given.apiPort ?? 8000,
    database: given.database ?? 'sqlite',
    holder: given.holder ?? `The ${title} authors`,
    year: given.year ?? new Date().getFullYear(),
    demo: given.demo ?? true,
  };
}

/**
 * How the product's name is spelled in each place.
 *
 * @param {Answers} answers
 * @returns {Spellings}
 */
export function spellingsOf(answers) {
  const { className, propertyName } = names(answers.name);
  return {
    kebab: answers.name,
    pascal: className,
    camel: propertyName,
    // Nx would write OX_CART2 for ox-cart-2, and Python's package is ox_cart_2.
    screaming: moduleFrom(answers.name).toUpperCase(),
    title: answers.title,
    scope: answers.scope,
    module: answers.pythonPackage,
    images: answers.images,
  };
}
