import type { CurrentUser } from '@app/api-types';
import { describeDate } from '@app/ui';
import { Section } from './section';

/** Who is signed in. */
export function Profile({ user }: { user: CurrentUser }) {
  return (
    <Section title="Profile">
      <p>
        <span className="font-semibold break-words">{user.email}</span>
        <br />
        <span className="text-ink-soft">Member since {describeDate(user.date_joined.slice(0, 10))}</span>
      </p>
    </Section>
  );
}
