import js from '@eslint/js';
import nx from '@nx/eslint-plugin';
import query from '@tanstack/eslint-plugin-query';
import { defineConfig, globalIgnores } from 'eslint/config';
import playwright from 'eslint-plugin-playwright';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import typescript from 'typescript-eslint';

/**
 * Which projects may import which, by tag. Every project has one `type` and one `scope` tag. ESLint only sees imports;
 * tools/workspace/checks/graph.test.ts checks the other edges (Python, images, end-to-end tests).
 */
const boundaries = [
  { sourceTag: 'type:app', onlyDependOnLibsWithTags: ['type:lib'] },
  { sourceTag: 'type:lib', onlyDependOnLibsWithTags: ['type:lib'] },
  { sourceTag: 'type:e2e', onlyDependOnLibsWithTags: ['type:lib'] },
  { sourceTag: 'type:tool', onlyDependOnLibsWithTags: ['type:tool', 'type:config', 'type:e2e'] },
  { sourceTag: 'type:config', onlyDependOnLibsWithTags: ['type:config'] },
  { sourceTag: 'scope:web', onlyDependOnLibsWithTags: ['scope:web', 'scope:shared'] },
  { sourceTag: 'scope:api', onlyDependOnLibsWithTags: ['scope:api'] },
  { sourceTag: 'scope:shared', onlyDependOnLibsWithTags: ['scope:shared'] },
  { sourceTag: 'scope:ops', onlyDependOnLibsWithTags: ['scope:ops', 'scope:shared'] },
];

const defaultExport = {
  selector: 'ExportDefaultDeclaration',
  message: 'Use a named export, so that a module has the same name wherever it is imported.',
};

/** Rule for a file that lies `depth` folders below `features`: it may not import another feature or the app. */
const independentFeature = (depth: number) => ({
  files: [`apps/web/src/features${'/*'.repeat(depth)}/*.{ts,tsx}`],
  rules: {
    'no-restricted-syntax': [
      'error' as const,
      defaultExport,
      {
        selector: `[type=/^(Import|Export)/][source.value=/^(\\.\\.\\/){${String(depth)}}(\\w|\\.\\.\\/app\\/)/]`,
        message: 'A feature imports libraries and its own files only. Move shared code to a library.',
      },
    ],
  },
});

export default defineConfig(
  globalIgnores(['**/dist', '**/out-tsc', 'reports', '**/.venv', '.local', '.nx', '**/generated']),
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
  },
  js.configs.recommended,
  ...nx.configs['flat/base'],
  {
    files: ['**/*.ts', '**/*.tsx'],
    languageOptions: { globals: globals.node },
    rules: {
      '@nx/enforce-module-boundaries': ['error', { enforceBuildableLibDependency: true, depConstraints: boundaries }],
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
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // Declaration merging needs an empty interface that extends one type.
      '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'with-single-extends' }],
    },
  },
  {
    files: ['apps/web/**/*.ts', 'apps/web/**/*.tsx', 'libs/ui/**/*.tsx', 'libs/api-client/**/*.ts'],
    extends: [reactHooks.configs.flat['recommended-latest'], query.configs['flat/recommended']],
    languageOptions: { globals: globals.browser },
    rules: { 'no-restricted-syntax': ['error', defaultExport] },
  },
  ...[1, 2, 3].map(independentFeature),
  {
    files: ['apps/web/*.config.ts', 'libs/*/*.config.ts'],
    // Vite requires a default export.
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    // Node runs these files directly, and its loader does not add extensions.
    files: ['apps/e2e/**/*.ts', 'docker/**/*.ts', 'tools/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            { regex: '^\\.\\.?/.*(?<!\\.(ts|json))$', message: 'Add the .ts extension, which Node requires.' },
          ],
        },
      ],
    },
  },
  {
    // Playwright parses this parameter to find the fixtures that a test uses. It may be empty.
    files: ['apps/e2e/**/*.ts'],
    rules: { 'no-empty-pattern': ['error', { allowObjectPatternsAsParameters: true }] },
  },
  {
    files: ['apps/e2e/**/*.spec.ts'],
    extends: [playwright.configs['flat/recommended']],
  },
);
