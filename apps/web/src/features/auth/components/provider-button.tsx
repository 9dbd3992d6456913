import { openProvider, providerQuery } from '@app/api-client';
import { Button, FormError, Stop } from '@app/ui';
import { useMutation, useQuery } from '@tanstack/react-query';

/** Signs in through the provider, if this installation has one. */
export function ProviderButton({ next }: { next: string | undefined }) {
  const { data: provider } = useQuery(providerQuery);
  const open = useMutation({ mutationFn: (id: string) => openProvider(id, 'login', next) });
  if (!provider) return null;
  return (
    <Stop bare className="pb-9">
      <div className="flex max-w-96 flex-col gap-5">
        <FormError error={open.error} />
        <Button busy={open.isPending} onClick={() => open.mutateAsync(provider.id)}>
          Continue with {provider.name}
        </Button>
      </div>
    </Stop>
  );
}
