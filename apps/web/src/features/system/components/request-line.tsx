import type { Check, SystemReport } from '../report';
import { CheckStatus } from './check-status';
import { Fix } from './fix';

const MS = new Intl.NumberFormat('en', { maximumSignificantDigits: 2 });

/** The hops of a request, drawn as a line that leads through them and back. */
export function RequestLine({ report }: { report: SystemReport }) {
  const broken = report.hops.some(({ state }) => state !== 'ok');
  return (
    <div className="request-loop" data-broken={broken ? '' : undefined}>
      <ol className="request-line" aria-label="Request path">
        {report.hops.map((hop) => (
          <Hop key={hop.id} hop={hop} />
        ))}
      </ol>
      <div className="request-return" aria-hidden="true" />
      {/* The key restarts the animation for each report. */}
      {!broken && <div key={report.checkedAt.getTime()} className="request-pulse" aria-hidden="true" />}
    </div>
  );
}

function Hop({ hop }: { hop: Check }) {
  return (
    <li className="hop" data-state={hop.state}>
      <div className="hop-text">
        <h2 className="text-lg font-semibold tracking-tight">{hop.name}</h2>
        <p className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1">
          <CheckStatus state={hop.state} />
          {hop.durationMs !== null && hop.state === 'ok' && (
            <span className="text-sm text-ink-soft tabular-nums">{MS.format(hop.durationMs)} ms</span>
          )}
        </p>
        <p className="mt-2 text-sm text-ink-soft">{hop.what}</p>
        {hop.version !== null && <p className="font-mono text-xs break-words text-ink-soft">{hop.version}</p>}
        <Fix text={hop.fix} className="mt-3" />
      </div>
    </li>
  );
}
