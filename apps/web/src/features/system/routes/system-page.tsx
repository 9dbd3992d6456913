import { Button, PageHead, Stop } from '@app/ui';
import { ConsistencyItem } from '../components/consistency-item';
import { LineSkeleton } from '../components/line-skeleton';
import { RequestLine } from '../components/request-line';
import { useSystemReport } from '../queries';
import { summarize } from '../report';

const TIME = new Intl.DateTimeFormat('en', { timeStyle: 'medium', hourCycle: 'h23' });

export function SystemPage() {
  const report = useSystemReport();
  return (
    <>
      <PageHead
        title="System status"
        lead="Every part that a request passes through, checked every ten seconds."
        actions={
          <Button busy={report.isFetching} onClick={() => void report.refetch()}>
            Check now
          </Button>
        }
      />
      <Stop bare className="pb-4">
        <p className="text-ink-soft">
          <span role="status" className="font-semibold text-ink">
            {report.data ? summarize(report.data) : 'Checking'}
          </span>
          {report.data && (
            <span className="tabular-nums">
              {' · '}
              <time dateTime={report.data.checkedAt.toISOString()}>{TIME.format(report.data.checkedAt)}</time>
            </span>
          )}
        </p>
      </Stop>
      {report.data ? (
        <>
          <RequestLine report={report.data} />
          <Stop className="pb-6">
            <h2 className="text-lg font-semibold tracking-tight">Consistency checks</h2>
          </Stop>
          <ul>
            {report.data.consistency.map((check) => (
              <ConsistencyItem key={check.id} check={check} />
            ))}
          </ul>
        </>
      ) : (
        <LineSkeleton />
      )}
    </>
  );
}
