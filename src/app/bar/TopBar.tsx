/* Always in sight: what is open, undo and redo, before, and the way out with a picture. */

import { photoHere } from "../../store/session.ts";
import { words } from "../../words/words.ts";
import type { Commands } from "../commands.ts";
import { photoName } from "../names.ts";
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
  const name = useSession((state) => photoHere(state)?.name ?? "");
  const client = useSession(hasClient);
  const theme = usePreference((state) => state.theme);
  const open = words(client ? "bar.addPhotos" : "bar.openPhoto");
  const otherTheme = words(theme === "dark" ? "bar.lightTheme" : "bar.darkTheme");
  return (
    <header className="bar">
      <h1 className="brand">{words("page.title")}</h1>
      <span className="bar-photo">{photoName(name)}</span>
      <FileButton
        label={open}
        className="bar-button quiet"
        several
        onFiles={(files) => void openFiles(services, files)}
      >
        <Icon name="open" />
        <span className="bar-name">{open}</span>
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
          aria-label={otherTheme}
          title={otherTheme}
          onClick={() => preferences.setState({ theme: theme === "dark" ? "light" : "dark" })}
        >
          <Icon name={theme === "dark" ? "light" : "dark"} />
        </button>
        <button
          type="button"
          className="bar-button quiet"
          aria-label={words("bar.keys")}
          title={words("bar.keysHint")}
          onClick={onHelp}
        >
          <Icon name="help" />
        </button>
      </div>
      <CommandButton command={commands.export} icon="export" look="primary" named />
    </header>
  );
}
