import { sessionQuery } from '@app/api-client';
import { PageHead } from '@app/ui';
import { useQuery } from '@tanstack/react-query';
import { ChangeEmail } from '../components/change-email';
import { ChangePassword } from '../components/change-password';
import { DataExport } from '../components/data-export';
import { DeleteAccount } from '../components/delete-account';
import { Profile } from '../components/profile';
import { ProviderConnection } from '../components/provider';
import { Sessions } from '../components/sessions';
import { Reauthentication } from '../reauthentication';
import { TwoFactor } from '../two-factor/two-factor';

/** The account of the signed-in user, one section per line. */
export function AccountPage() {
  const { data: user } = useQuery(sessionQuery);
  // The session has ended, and the router is about to open another page.
  if (!user) return null;
  return (
    <Reauthentication email={user.email}>
      <PageHead title="Your account" />
      <Profile user={user} />
      <ChangeEmail />
      <ChangePassword user={user} />
      <TwoFactor />
      <ProviderConnection />
      <Sessions />
      <DataExport />
      <DeleteAccount email={user.email} />
    </Reauthentication>
  );
}
