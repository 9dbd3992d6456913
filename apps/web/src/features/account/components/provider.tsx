import { openProvider, providerQuery } from '@app/api-client';
import { disconnectProviderAccount, listProviderAccounts, type Provider, type ProviderAccount } from '@app/api-types';
import { Button, FormError } from '@app/ui';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useReauthenticated } from '../reauthentication';
import { Section } from './section';

const accountsQuery = queryOptions({
  queryKey: ['provider-accounts'],
  queryFn: async ({ signal }) => (await listProviderAccounts({ signal })).data.data,
});

/** Connects the provider of this installation, if it has one. */
export function ProviderConnection() {
  const { data: provider } = useQuery(providerQuery);
  return provider ? (
    <Section title={`Sign-in with ${provider.name}`}>
      <Accounts provider={provider} />
    </Section>
  ) : null;
}

function Accounts({ provider }: { provider: Provider }) {
  const accounts = useQuery(accountsQuery);
  const connect = useMutation({
    mutationFn: useReauthenticated(() => openProvider(provider.id, 'connect', '/account')),
  });
  if (accounts.isError) return <FormError error={accounts.error} />;
  if (accounts.isPending) return null;
  if (accounts.data.length > 0) return accounts.data.map((account) => <Account key={account.uid} account={account} />);
  return (
    <>
      <p>You can sign in without your password after you connect {provider.name}.</p>
      <FormError error={connect.error} />
      <Button
        busy={connect.isPending}
        onClick={() => {
          connect.mutate();
        }}
      >
        Connect {provider.name}
      </Button>
    </>
  );
}

function Account({ account: { uid, display, provider } }: { account: ProviderAccount }) {
  const queryClient = useQueryClient();
  const request = useReauthenticated(() =>
    disconnectProviderAccount({ body: { provider: provider.id, account: uid } }),
  );
  const disconnect = useMutation({
    mutationFn: request,
    onSuccess: ({ data }) => {
      queryClient.setQueryData(accountsQuery.queryKey, data.data);
    },
  });
  return (
    <>
      <p>
        Connected as <span className="font-semibold break-words">{display}</span>
      </p>
      <FormError error={disconnect.error} />
      <Button
        busy={disconnect.isPending}
        onClick={() => {
          disconnect.mutate();
        }}
      >
        Disconnect {provider.name}
      </Button>
    </>
  );
}
