import { openProvider, providerQuery } from '@app/api-client';
import { Button, FormError } from '@app/ui';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { ConfirmFormProps } from '../reauthentication';

/** Confirms the identity with a new sign-in at the provider, for a user who has no password and no second factor. */
export function ConfirmProvider({ cancel }: Pick<ConfirmFormProps, 'cancel'>) {
  const { data: provider } = useQuery(providerQuery);
  const open = useMutation({ mutationFn: (id: string) => openProvider(id, 'login', '/account') });
  return (
    <div className="flex flex-col gap-5">
      <p>
        {provider
          ? `Sign in at ${provider.name} again. You return to this page, where you can repeat the change.`
          : 'Sign out and choose a password with “Forgot your password?”.'}
      </p>
      <FormError error={open.error} />
      <div className="flex flex-wrap justify-end gap-3">
        {cancel}
        {provider && (
          <Button
            look="main"
            busy={open.isPending}
            onClick={() => {
              open.mutate(provider.id);
            }}
          >
            Continue with {provider.name}
          </Button>
        )}
      </div>
    </div>
  );
}
