import type { BaseAuthenticator } from '@app/api-types';
import { When } from '@app/ui';

/** When an authenticator was added and used. */
export function Usage({ of: { created_at: added, last_used_at: used } }: { of: BaseAuthenticator }) {
  return (
    <p className="text-ink-soft">
      Added <Time seconds={added} />.{' '}
      {used ? (
        <>
          Last used <Time seconds={used} />.
        </>
      ) : (
        'Not used yet.'
      )}
    </p>
  );
}

function Time({ seconds }: { seconds: number }) {
  return <When iso={new Date(seconds * 1000).toISOString()} />;
}
