import { providerQuery } from '@app/api-client';
import type { Provider } from '@app/api-types';
import { Button, FormError } from '@app/ui';
import { useQuery } from '@tanstack/react-query';
import { Fragment } from 'react';
import { useConnectProvider, useDisconnectProvider, useProviderAccounts } from '../queries';
import { QueryState } from './query-state';
import { Section } from './section';

/** Connects the provider of this installation, if it has one. */
export function ProviderConnection() {
  const { data: provider } = useQuery(providerQuery);
  return provider ? (
    <Section title={`Sign-in with ${provider.name}`}>
      <Accounts provider={provider} />
    </Section>
  ) : null;
}

function Accounts({ provider: { id, name } }: { provider: Provider }) {
  const accounts = useProviderAccounts();
  const connect = useConnectProvider();
  const disconnect = useDisconnectProvider();
  return (
    <>
      <QueryState query={accounts} />
      {accounts.data?.data.length === 0 && (
        <>
          <p>You can sign in without your password after you connect {name}.</p>
          <FormError error={connect.error} />
          <Button busy={connect.isPending} onClick={() => connect.mutateAsync(id)}>
            Connect {name}
          </Button>
        </>
      )}
      {accounts.data?.data.map((account) => (
        <Fragment key={account.uid}>
          <p>
            Connected as <span className="font-semibold break-words">{account.display}</span>
          </p>
          <FormError error={disconnect.error} />
          <Button busy={disconnect.isPending} onClick={() => disconnect.mutateAsync(account)}>
            Disconnect {name}
          </Button>
        </Fragment>
      ))}
    </>
  );
}
