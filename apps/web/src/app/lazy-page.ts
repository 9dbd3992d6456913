import { ApiError } from '@app/api-client';
import { lazyRouteComponent } from '@tanstack/react-router';

/** A route component that is loaded on demand. */
export function lazyPage<Module extends Record<string, unknown>, Name extends keyof Module>(
  load: () => Promise<Module>,
  name: Name,
) {
  return lazyRouteComponent<Module, Name>(() => whenOnline(load), name);
}

/**
 * Reports a failed import as a network error while the device is offline. Otherwise the router would take the missing
 * file for a sign of a new release, and reload the page.
 */
export async function whenOnline<Module>(load: () => Promise<Module>): Promise<Module> {
  try {
    return await load();
  } catch (cause) {
    throw navigator.onLine ? cause : ApiError.fromNetwork(cause);
  }
}
