/* Something on or off, with its name beside it; the whole row is the target. */

import { Switch } from "@base-ui/react/switch";

type Props = {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly disabled?: boolean;
};

export function SwitchRow({ label, checked, onChange, disabled = false }: Props) {
  return (
    <label className="switch-row">
      <span>{label}</span>
      <Switch.Root className="switch" checked={checked} onCheckedChange={onChange} disabled={disabled}>
        <Switch.Thumb className="switch-thumb" />
      </Switch.Root>
    </label>
  );
}
