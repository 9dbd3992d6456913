import { Button, PageHead, Stop } from '@app/ui';
import { useSystemReport } from '../api/system-report';
import { CargoItem } from '../components/cargo-item';
import { LineSkeleton } from '../components/line-skeleton';
import { RequestLine } from '../components/request-line';
import { summarize } from '../summary';

const TIME = new Intl.DateTimeFormat('en', { timeStyle: 'medium', hourCycle: 'h23' });

export function SystemPage() {
  const report = useSystemReport();
  return (
    <>
      <title>System · Tandem</title>
      <PageHead
        title="System"
        lead="The way of one request, hop by hop, checked while you look."
        actions={
          <Button busy={report.isFetching} onClick={() => void report.refetch()}>
            Check now
          </Button>
        }
      />
      <Stop bare className="pb-4">
        <p className="text-ink-soft">
          <span role="status" className="font-semibold text-ink">
            {report.data ? summarize(report.data) : 'Checking every hop'}
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
            <h2 className="text-lg font-semibold tracking-tight">What travels with it</h2>
          </Stop>
          <ul>
            {report.data.cargo.map((check) => (
              <CargoItem key={check.id} check={check} />
            ))}
          </ul>
        </>
      ) : (
        <LineSkeleton />
      )}
    </>
  );
}
