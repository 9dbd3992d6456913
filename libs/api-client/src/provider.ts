import { getAuthConfiguration, redirectToProvider } from '@app/api-types';
import { queryOptions } from '@tanstack/react-query';

/** The sign-in provider of this installation, or null. */
export const providerQuery = queryOptions({
  queryKey: ['provider'],
  queryFn: async ({ signal }) => {
    const { data } = await getAuthConfiguration({ signal });
    return data.data.socialaccount?.providers[0] ?? null;
  },
  staleTime: Infinity,
});

/**
 * Opens the provider's page, to sign in or to connect the account of the signed-in user. The provider leads back to
 * /sign-in/provider, and that page to `next`.
 */
export async function openProvider(provider: string, process: 'login' | 'connect', next = ''): Promise<void> {
  const { data } = await redirectToProvider({
    body: { provider, process, callback_url: `/sign-in/provider?${new URLSearchParams({ next }).toString()}` },
  });
  location.assign(data.data.url);
}
