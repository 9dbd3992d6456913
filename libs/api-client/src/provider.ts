import { getAuthConfiguration, redirectToProvider } from '@app/api-types';
import { queryOptions } from '@tanstack/react-query';

/** What this installation offers. It changes with a deployment only. */
export const authConfigurationQuery = queryOptions({
  queryKey: ['auth-configuration'],
  queryFn: async ({ signal }) => (await getAuthConfiguration({ signal })).data.data,
  staleTime: Infinity,
});

/** The sign-in provider of this installation, or null. */
export const providerQuery = queryOptions({
  ...authConfigurationQuery,
  select: ({ socialaccount }) => socialaccount?.providers[0] ?? null,
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
