/* Always in sight: what is open, undo and redo, before, and the way out with a picture. */

import { photoHere } from "../../store/session.ts";
import type { Commands } from "../commands.ts";
import { FileButton } from "../parts/FileButton.tsx";
import { Icon } from "../parts/Icon.tsx";
import { hasClient, openFiles } from "../opening/open-files.ts";
import { usePreference, useServices, useSession } from "../services.ts";
import { BeforeButton } from "./BeforeButton.tsx";
import { CommandButton } from "./CommandButton.tsx";

type Props = { readonly commands: Commands; readonly onHelp: () => void };

export function TopBar({ commands, onHelp }: Props) {
  const services = useServices();
  const { preferences } = services;
  const name = useSession((state) => photoHere(state)?.name);
  const client = useSession(hasClient);
  const theme = usePreference((state) => state.theme);
  return (
    <header className="bar">
      <h1 className="brand">Stubble</h1>
      <span className="bar-photo">{name}</span>
      <FileButton
        label={client ? "Add photos" : "Open photo"}
        className="bar-button quiet"
        several
        onFiles={(files) => void openFiles(services, files)}
      >
        <Icon name="open" />
        <span className="bar-name">{client ? "Add photos" : "Open photo"}</span>
      </FileButton>
      <div className="bar-group">
        <CommandButton command={commands.undo} icon="undo" look="quiet" />
        <CommandButton command={commands.redo} icon="redo" look="quiet" />
      </div>
      <BeforeButton />
      <div className="bar-group bar-extras">
        <button
          type="button"
          className="bar-button quiet"
          aria-label={theme === "dark" ? "Light theme" : "Dark theme"}
          title={theme === "dark" ? "Light theme" : "Dark theme"}
          onClick={() => preferences.setState({ theme: theme === "dark" ? "light" : "dark" })}
        >
          <Icon name={theme === "dark" ? "light" : "dark"} />
        </button>
        <button type="button" className="bar-button quiet" aria-label="Keys" title="Keys (?)" onClick={onHelp}>
          <Icon name="help" />
        </button>
      </div>
      <CommandButton command={commands.export} icon="export" look="primary" named />
    </header>
  );
}
