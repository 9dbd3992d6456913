export interface CheckboxFieldProps {
  name: string;
  label: string;
  checked: boolean;
  onCheckedChange: (checked: boolean) => void;
}

export function CheckboxField({ name, label, checked, onCheckedChange }: CheckboxFieldProps) {
  return (
    <label className="inline-flex min-h-11 cursor-pointer items-center gap-3 font-semibold">
      <input
        type="checkbox"
        name={name}
        checked={checked}
        onChange={(event) => {
          onCheckedChange(event.target.checked);
        }}
        className="size-5 cursor-pointer"
      />
      {label}
    </label>
  );
}
