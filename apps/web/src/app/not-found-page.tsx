import { linkLook, PageHead, Stop } from '@app/ui';
import { Link } from '@tanstack/react-router';

export function NotFoundPage() {
  return (
    <>
      <PageHead
        title="Page not found"
        lead="This page does not exist. Check the address or go back to the start page."
      />
      <Stop bare broken className="min-h-36">
        <p>
          <Link to="/" className={linkLook}>
            Start page
          </Link>
        </p>
      </Stop>
    </>
  );
}
