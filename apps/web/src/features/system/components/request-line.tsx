import type { SystemReport } from '../hop';
import { HopItem } from './hop-item';

/** The hops of a request on the line that goes out through them and comes back. */
export function RequestLine({ report }: { report: SystemReport }) {
  const broken = report.hops.some((hop) => hop.state !== 'ok');
  return (
    <div className="request-loop" data-broken={broken ? '' : undefined}>
      <ol className="request-line" aria-label="The way of a request">
        {report.hops.map((hop) => (
          <HopItem key={hop.id} hop={hop} />
        ))}
      </ol>
      <div className="request-return" aria-hidden="true" />
      {/* A new element for each report, so that its movement begins again. */}
      {!broken && <div key={report.checkedAt.getTime()} className="request-pulse" aria-hidden="true" />}
    </div>
  );
}
