/** Types, request functions and TanStack Query options generated from the API's OpenAPI document. */
export { client } from './generated/client.gen';
export * from './generated/sdk.gen';
export * from './generated/types.gen';
export * from './generated/@tanstack/react-query.gen';
