/** Icons always have a text next to them, so they are hidden from screen readers. */
function Icon({ path }: { path: string }) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 20 20"
      className="size-5 shrink-0 fill-none stroke-current stroke-2"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={path} />
    </svg>
  );
}

export const PlusIcon = () => <Icon path="M10 4v12M4 10h12" />;
export const SearchIcon = () => <Icon path="M14 9A5 5 0 1 1 4 9a5 5 0 0 1 10 0m-1 4 4 4" />;
export const BackIcon = () => <Icon path="M16 10H4m5-5-5 5 5 5" />;

/** The logo: two wheels and the line between them. */
export function Mark() {
  return (
    <svg aria-hidden="true" viewBox="0 0 48 20" className="h-5 w-12 fill-none stroke-line stroke-3">
      <path d="M16 10h16" />
      <circle cx="10" cy="10" r="6.5" />
      <circle cx="38" cy="10" r="6.5" />
    </svg>
  );
}
