/** The id of a failed request, which identifies it in the server's logs. */
export function RequestId({ id }: { id: string | null }) {
  if (id === null) return null;
  return (
    <p className="text-sm text-ink-soft">
      Reference for support{' '}
      <code className="block font-mono text-xs break-all text-ink select-all sm:inline">{id}</code>
    </p>
  );
}
