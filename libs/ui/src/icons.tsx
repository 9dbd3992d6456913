/** Icons are hidden from screen readers: a text is next to them, or their button has one for screen readers. */
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
export const EyeIcon = ({ crossed }: { crossed: boolean }) => (
  <Icon path={`M2 10q8-10 16 0-8 10-16 0m10 0a2 2 0 1 1-4 0 2 2 0 0 1 4 0${crossed ? 'M4 17 16 3' : ''}`} />
);
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
