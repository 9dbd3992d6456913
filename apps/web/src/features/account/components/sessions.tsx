import type { Session } from '@app/api-types';
import { Button, FormError, When } from '@app/ui';
import { describeBrowser } from '../describe-browser';
import { useEndSessions, useSessions } from '../queries';
import { QueryState } from './query-state';
import { Section } from './section';

/** Where the user is signed in, and the way to end the sessions of lost or shared devices. */
export function Sessions() {
  const sessions = useSessions();
  const end = useEndSessions();
  const others = sessions.data?.data.filter((session) => !session.is_current) ?? [];
  return (
    <Section title="Where you are signed in">
      <QueryState query={sessions} />
      <ul className="flex flex-col gap-5">
        {sessions.data?.data.map((session) => (
          <SessionItem key={session.id} session={session} end={end} />
        ))}
      </ul>
      <FormError error={end.error} />
      {others.length > 1 && (
        <Button
          busy={end.isPending}
          onClick={() => end.mutateAsync({ body: { sessions: others.map(({ id }) => id) } })}
        >
          End all other sessions
        </Button>
      )}
    </Section>
  );
}

function SessionItem({ session, end }: { session: Session; end: ReturnType<typeof useEndSessions> }) {
  const browser = describeBrowser(session.user_agent);
  return (
    <li className="flex flex-wrap items-center justify-between gap-3">
      <p>
        <span className="font-semibold">{browser}</span>
        {session.is_current && ' · this device'}
        <br />
        <span className="text-ink-soft">
          {session.ip} · signed in <When iso={new Date(session.created_at * 1000).toISOString()} />
        </span>
      </p>
      {!session.is_current && (
        <Button
          aria-label={`End session: ${browser}, ${session.ip}`}
          busy={end.isPending}
          onClick={() => end.mutateAsync({ body: { sessions: [session.id] } })}
        >
          End session
        </Button>
      )}
    </li>
  );
}
