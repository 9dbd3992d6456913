import js from '@eslint/js';
import nx from '@nx/eslint-plugin';
import query from '@tanstack/eslint-plugin-query';
import { defineConfig, globalIgnores } from 'eslint/config';
import playwright from 'eslint-plugin-playwright';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import typescript from 'typescript-eslint';
import { noCrossFeatureImports } from './tools/workspace/src/eslint/no-cross-feature-imports.ts';

/**
 * What may depend on what. Each project has one tag of each dimension; tools/workspace tests hold that,
 * and the edges that ESLint cannot see (Python, images, end-to-end tests).
 */
const boundaries = [
  { sourceTag: 'type:app', onlyDependOnLibsWithTags: ['type:lib'] },
  { sourceTag: 'type:lib', onlyDependOnLibsWithTags: ['type:lib'] },
  { sourceTag: 'type:e2e', onlyDependOnLibsWithTags: ['type:lib', 'type:tool'] },
  { sourceTag: 'type:tool', onlyDependOnLibsWithTags: ['type:tool', 'type:config'] },
  { sourceTag: 'type:config', onlyDependOnLibsWithTags: ['type:config'] },
  { sourceTag: 'scope:web', onlyDependOnLibsWithTags: ['scope:web', 'scope:shared'] },
  { sourceTag: 'scope:api', onlyDependOnLibsWithTags: ['scope:api'] },
  // Ops for the end-to-end tests alone: it has no library, and a library may depend on nothing else.
  { sourceTag: 'scope:shared', onlyDependOnLibsWithTags: ['scope:shared', 'scope:ops'] },
  { sourceTag: 'scope:ops', onlyDependOnLibsWithTags: ['scope:ops'] },
];

export default defineConfig(
  globalIgnores(['**/dist', '**/out-tsc', '**/reports', '**/.venv', '.local', '.nx', '**/*.gen.ts']),
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
  },
  js.configs.recommended,
  ...nx.configs['flat/base'],
  {
    files: ['**/*.ts', '**/*.tsx'],
    languageOptions: { globals: globals.node },
    rules: {
      '@nx/enforce-module-boundaries': [
        'error',
        {
          enforceBuildableLibDependency: true,
          allow: ['^.*/eslint\\.config\\.ts$'],
          depConstraints: boundaries,
        },
      ],
      eqeqeq: 'error',
      'no-console': 'off',
    },
  },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [typescript.configs.strict, typescript.configs.stylistic],
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-import-type-side-effects': 'error',
      // An interface that extends one type with nothing added is how declaration merging is written.
      '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'with-single-extends' }],
    },
  },
  {
    files: ['apps/web/**/*.ts', 'apps/web/**/*.tsx', 'libs/ui/**/*.tsx', 'libs/api-client/**/*.ts'],
    extends: [reactHooks.configs.flat['recommended-latest'], query.configs['flat/recommended']],
    plugins: { house: { rules: { 'no-cross-feature-imports': noCrossFeatureImports } } },
    languageOptions: { globals: globals.browser },
    rules: {
      'house/no-cross-feature-imports': 'error',
      'no-restricted-syntax': [
        'error',
        {
          selector: 'ExportDefaultDeclaration',
          message: 'Export by name: one name for one thing everywhere.',
        },
      ],
    },
  },
  {
    files: ['apps/web/*.config.ts', 'libs/*/*.config.ts'],
    // Vite reads its configuration from the default export.
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    // From this parameter Playwright reads what a fixture needs, which may be nothing.
    files: ['apps/e2e/**/*.ts'],
    rules: { 'no-empty-pattern': ['error', { allowObjectPatternsAsParameters: true }] },
  },
  {
    files: ['apps/e2e/**/*.spec.ts'],
    extends: [playwright.configs['flat/recommended']],
  },
);
