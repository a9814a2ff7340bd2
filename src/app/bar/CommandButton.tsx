/* A command as a button: its name, its key in the tooltip, and off when it cannot be done. */

import { useStore } from "zustand";
import { words } from "../../words/words.ts";
import type { Command } from "../commands.ts";
import { keyName } from "../keys.ts";
import { Icon, type IconName } from "../parts/Icon.tsx";
import { useServices } from "../services.ts";

type Props = {
  readonly command: Command;
  readonly icon: IconName;
  readonly look: "quiet" | "primary";
  /** The name is seen beside the icon, where there is room. */
  readonly named?: boolean;
};

export function CommandButton({ command, icon, look, named = false }: Props) {
  const { session } = useServices();
  // So that the button follows undo steps and what is being waited for.
  useStore(session.store, command.enabled);
  const name = words(`command.${command.id}`);
  return (
    <button
      type="button"
      className={`bar-button ${look}`}
      aria-label={name}
      title={words("command.hint", { name, key: keyName(command.keys[0]) })}
      disabled={!command.enabled()}
      onClick={command.run}
    >
      <Icon name={icon} />
      {named && <span className="bar-name">{name}</span>}
    </button>
  );
}
