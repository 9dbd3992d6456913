import { useSystemReport } from '../api/system-report';
import { summarize } from '../summary';

const HOPS = ['Browser', 'Nginx', 'Gunicorn', 'Django', 'Database'];

/** The line at a glance, for pages that are about something else. */
export function MiniLine() {
  const { data: report } = useSystemReport();
  return (
    <div className="max-w-160">
      <ol className="mini-line" aria-label="The way of a request">
        {HOPS.map((name) => {
          const hop = report?.hops.find((candidate) => candidate.name === name);
          return (
            <li key={name} className="mini-hop text-xs text-ink-soft sm:text-sm" data-state={hop?.state}>
              {name}
            </li>
          );
        })}
      </ol>
      <p className="mt-4 font-semibold">{report ? summarize(report) : 'Checking every hop'}</p>
    </div>
  );
}
