import type { DataExport as Export } from '@app/api-types';
import { Button, buttonLook, describeDate, FormError, Notice } from '@app/ui';
import { useDataExport, useRequestDataExport } from '../queries';
import { QueryState } from './query-state';
import { Section } from './section';

const FILE = '/api/account/export/file';

/** Lets the user download everything that belongs to the account. */
export function DataExport() {
  const query = useDataExport();
  const request = useRequestDataExport();
  const current = query.data?.export;
  return (
    <Section title="Your data">
      <div>
        <p>A file with everything that belongs to your account, in JSON.</p>
        <div role="status" className="not-empty:mt-5">
          {current && <State {...current} />}
        </div>
      </div>
      <QueryState query={query} />
      <FormError error={request.error} />
      <div className="flex flex-col gap-3">
        {current?.status === 'ready' && (
          <a href={FILE} download className={buttonLook('plain')}>
            Download
          </a>
        )}
        {query.data && current?.status !== 'pending' && (
          <Button
            look={current?.status === 'ready' ? 'quiet' : 'plain'}
            busy={request.isPending}
            onClick={() => request.mutateAsync()}
          >
            {current ? 'Request a new file' : 'Request file'}
          </Button>
        )}
      </div>
    </Section>
  );
}

function State({ status, size, expires_at: expiresAt }: Export) {
  if (status === 'pending') return <p>Your file is being prepared. You can leave this page.</p>;
  if (status === 'ready') {
    return (
      <p>
        Your file is ready ({describeSize(size ?? 0)}). It is deleted on {describeDate(expiresAt.slice(0, 10))}.
      </p>
    );
  }
  return (
    <Notice tone="failed" role="none">
      {status === 'failed'
        ? 'Your file could not be prepared. Request it again.'
        : 'Your data is too large for one file. Ask an administrator for a copy.'}
    </Notice>
  );
}

function describeSize(bytes: number): string {
  const megabytes = bytes / 1_000_000;
  return megabytes < 0.1 ? `${Math.ceil(bytes / 1000)} kB` : `${megabytes.toFixed(1)} MB`;
}
