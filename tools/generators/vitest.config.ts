import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: import.meta.dirname,
  test: {
    name: 'generators',
    include: ['src/**/*.test.ts'],
    environment: 'node',
    // A bound for hanging, not a goal.
    testTimeout: 60_000,
    reporters: ['default', ['junit', { outputFile: '../../reports/generators/test.xml' }]],
  },
});
