import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: import.meta.dirname,
  test: {
    name: 'workspace',
    include: ['{bench,src}/**/*.test.ts'],
    environment: 'node',
    testTimeout: 60_000,
    reporters: ['default', ['junit', { outputFile: '../../reports/workspace/test.xml' }]],
  },
});
