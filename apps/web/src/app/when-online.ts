import { ApiError } from '@app/api-client';

/**
 * Loads a page's code. Without a network the failure says so: the router would take it for a file that a new release
 * took away, and reload into nothing.
 */
export function whenOnline<Module>(load: () => Promise<Module>): () => Promise<Module> {
  return () =>
    load().catch((cause: unknown) => {
      throw navigator.onLine ? cause : ApiError.fromNetwork(cause);
    });
}
