// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nameFrom, spellingsOf, withDefaults } from './answers.mjs';

test('makes a name of whatever a folder is called', () => {
  const made = ['ox-cart', 'Ox Cart', 'OxCart', ' ox_cart! ', 'Öx Cärt', '2 oxen', '日本', ''].map(nameFrom);
  assert.deepEqual(made, ['ox-cart', 'ox-cart', 'ox-cart', 'ox-cart', 'ox-cart', 'oxen', 'product', 'product']);
});

test('takes every default from the name', () => {
  const { year, ...answers } = withDefaults({ name: 'ox-cart' });
  assert.ok(year >= 2026);
  assert.deepEqual(answers, {
    name: 'ox-cart',
    title: 'Ox Cart',
    scope: 'ox-cart',
    pythonPackage: 'ox_cart',
    images: 'ox-cart',
    port: 8080,
    devPort: 5173,
    apiPort: 8000,
    database: 'sqlite',
    holder: 'The Ox Cart authors',
    demo: true,
  });
});

test('keeps what was answered', () => {
  const { title, holder, demo, port } = withDefaults({
    name: 'ox',
    title: 'OX',
    holder: 'Ada',
    demo: false,
    port: 9000,
  });
  assert.deepEqual({ title, holder, demo, port }, { title: 'OX', holder: 'Ada', demo: false, port: 9000 });
});

test('spells the name for each language', () => {
  assert.deepEqual(spellingsOf(withDefaults({ name: 'ox-cart-2' })), {
    kebab: 'ox-cart-2',
    pascal: 'OxCart2',
    camel: 'oxCart2',
    screaming: 'OX_CART_2',
    title: 'Ox Cart 2',
    scope: 'ox-cart-2',
    module: 'ox_cart_2',
    images: 'ox-cart-2',
  });
});
