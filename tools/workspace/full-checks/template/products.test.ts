import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Product, type Resource } from '../../checks/template/product.ts';

/** Every field type, with and without modifiers. The second resource refers to the first. */
const RESOURCES: readonly Resource[] = [
  ['line-item', 'name:str!'],
  [
    'invoice',
    [
      ...['number:str(40)!', 'code:str(2)?', 'memo:text?', 'terms:text(500)', 'lines:int?', 'copies:int!'],
      ...['amount:decimal', 'rate:decimal(6,4)?', 'paid:bool', 'due:date', 'date:date?', 'sent_at:datetime?'],
      ...['seen_at:datetime', 'mail:email?', 'sender:email!', 'link:url?', 'site:url!'],
      ...['status:choice(draft|sent|on_hold)', 'kind:choice(a|b)?', 'customer:ref(line-item)', 'payer:ref(line-item)?'],
    ].join(' '),
  ],
];

const NOTES_PAGE = 'apps/web/src/features/notes/routes/notes-page.tsx';
const INVOICES_PAGE = 'apps/web/src/features/invoices/routes/invoices-page.tsx';

/** Image tag of this run, so that other images on the machine stay as they are. */
const TAG = `products-${String(process.pid)}`;

/** Edits the resource, the README and the start page of a product, as its developers would. */
function editProduct(product: Product): void {
  product.edit('README.md', /$(?![^])/, '\nThe product explains itself here.\n');
  product.edit('apps/api/app/invoices/models.py', /$(?![^])/, '\n\n# The product changes its resource.\n');
  product.edit('apps/web/src/app/router.tsx', /$(?![^])/, '\n// The product changes its routes.\n');
  product.commit('feat: change the product');
}

/** Edits the README, package.json, the wiring and the demo of the template. */
function editTemplate(product: Product): void {
  product.changeTemplate(() => {
    product.edit('README.md', /\n## /, '\nThe template explains more.\n\n## ');
    product.edit('package.json', '"scripts": {\n', '"scripts": {\n    "from-template": "nx report",\n');
    product.edit('apps/api/config/api.py', /^api = /m, '# The template changes its wiring.\napi = ');
    product.edit('apps/web/src/app/router.tsx', /^/, '// The template changes its routes.\n');
    product.edit(NOTES_PAGE, /$(?![^])/, '\n// The template changes its demo.\n');
  });
}

function expectTemplateChanges(product: Product): void {
  expect(product.read('README.md')).toMatch(/The template explains more\.[^]*The product explains itself here\./);
  expect(product.read('package.json')).toMatch(/"description": "Data Mill"[^]*"from-template": "nx report"/);
  expect(product.read('apps/api/config/api.py')).toMatch(/invoices[^]*The template changes its wiring/);
  expect(product.read('apps/web/src/app/router.tsx')).toMatch(/The template changes[^]*The product changes/);
}

describe('a product with the demo', () => {
  let product: Product;

  beforeAll(async () => {
    product = new Product({ TAG, APP_TAG: TAG });
    await product.init('--name', 'data-mill');
    product.commit('feat: start the product');
  });

  afterAll(() => {
    execFileSync('docker', ['image', 'rm', '--force', `data-mill/web:${TAG}`, `data-mill/api:${TAG}`]);
    product[Symbol.dispose]();
  });

  it('passes lint, type checks, unit tests and builds without another edit', async () => {
    await product.check();
  });

  it('merges a newer template without conflicts and passes all checks with two generated resources', async () => {
    await product.addResources(RESOURCES);
    product.commit('feat: add invoices');
    editProduct(product);
    editTemplate(product);
    product.git('fetch', '--quiet', 'template');
    product.git('merge', '--quiet', '--no-edit', 'template/main');
    expectTemplateChanges(product);
    expect(product.read(NOTES_PAGE)).toContain('The template changes its demo.');
    await product.check();
  });

  it("passes the resources' journeys through Nginx", async () => {
    const specs = RESOURCES.map(([name]) => `journeys/${name}s.spec.ts`).join(' ');
    await product.nx('run', 'e2e:e2e', '--outputStyle=static', `--args=--project=journeys ${specs}`);
  });
});

describe('a product without the demo', () => {
  let product: Product;

  beforeAll(async () => {
    product = new Product();
    await product.init('--name', 'data-mill', '--without-demo');
    product.commit('feat: start the product');
  });

  afterAll(() => {
    product[Symbol.dispose]();
  });

  it('is the same again after adding and removing resources', async () => {
    await product.addResources(RESOURCES);
    await expect(product.nx('generate', 'remove-resource', 'line-item')).rejects.toThrow('invoice');
    await product.removeResources(RESOURCES);
    expect(product.changedFiles()).toEqual([]);
  });

  it('merges a newer template, whose change of the deleted demo goes to a resource that looks like it', async () => {
    await product.addResources(RESOURCES.slice(0, 1));
    await product.addResources([['invoice', 'number:str!']]);
    product.commit('feat: add invoices');
    editProduct(product);
    editTemplate(product);
    product.git('fetch', '--quiet', 'template');
    product.git('merge', '--quiet', '--no-edit', 'template/main');
    expect(product.read(INVOICES_PAGE)).toContain('The template changes its demo.');
    expectTemplateChanges(product);
    await product.check();
    await product.nx('run', 'workspace:e2e');
  });
});
