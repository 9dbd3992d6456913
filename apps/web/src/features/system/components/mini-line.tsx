import { useSystemReport } from '../queries';
import { summarize } from '../report';

const HOPS = ['Browser', 'Nginx', 'Gunicorn', 'Django', 'Database'];

/** A small request line with a summary, for the start page. */
export function MiniLine() {
  const { data: report } = useSystemReport();
  return (
    <div className="max-w-160">
      <ol className="mini-line" aria-label="Request path">
        {HOPS.map((name) => {
          const hop = report?.hops.find((candidate) => candidate.name === name);
          return (
            <li key={name} className="mini-hop text-ink-soft" data-state={hop?.state}>
              {name}
            </li>
          );
        })}
      </ol>
      <p className="mt-4 font-semibold">{report ? summarize(report) : 'Checking'}</p>
    </div>
  );
}
