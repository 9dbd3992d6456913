import { api, ApiError } from '@app/api-client';
import { queryOptions } from '@tanstack/react-query';

/** allauth answers 401 when nobody is signed in, 410 when the session was ended elsewhere: neither is a failure here. */
const SIGNED_OUT = new Set([401, 410]);

/** Who is signed in: the user, or null. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async ({ signal }) => {
    try {
      const { data } = await api.GET('/api/auth/browser/v1/auth/session', { signal });
      return data?.data.user ?? null;
    } catch (error) {
      if (error instanceof ApiError && SIGNED_OUT.has(error.status)) return null;
      throw error;
    }
  },
  staleTime: 60_000,
});
