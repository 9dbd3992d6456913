import type { UserConfig } from '@hey-api/openapi-ts';

export const output = {
  path: 'src/generated',
  entryFile: false,
  header: '// Generated from the API’s OpenAPI document by `npx nx run api-types:generate`. Do not edit.',
};

const config: UserConfig = {
  input: 'openapi.json',
  output,
  parser: {
    patch: {
      // Omit the error responses: a failed request throws an ApiError (libs/api-client), not the response body.
      operations: (_method, _path, operation) => {
        const responses = Object.entries(operation.responses ?? {});
        operation.responses = Object.fromEntries(responses.filter(([status]) => Number(status) < 400));
      },
    },
  },
  plugins: [
    '@hey-api/typescript',
    { name: '@hey-api/client-fetch', throwOnError: true },
    '@hey-api/sdk',
    { name: '@tanstack/react-query', infiniteQueryOptions: false },
  ],
};

export default config;
