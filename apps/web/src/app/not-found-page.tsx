import { linkLook, PageHead, Stop } from '@app/ui';
import { Link } from '@tanstack/react-router';

export function NotFoundPage() {
  return (
    <>
      <title>Page not found · Tandem</title>
      <PageHead title="Page not found" lead="The line does not go there. The address may be old, or mistyped." />
      <Stop bare broken className="min-h-36">
        <p>
          <Link to="/" className={linkLook}>
            Back to the start
          </Link>
        </p>
      </Stop>
    </>
  );
}
