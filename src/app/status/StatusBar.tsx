/* The foot of the screen: what is going on, in words, and the zoom. */

import { useStore } from "zustand";
import { pixelRatio } from "../../editor/use-pictures.ts";
import { words } from "../../words/words.ts";
import { CommandButton } from "../bar/CommandButton.tsx";
import type { Commands } from "../commands.ts";
import { Icon } from "../parts/Icon.tsx";
import { usePreference, useServices } from "../services.ts";
import { DotCount } from "./DotCount.tsx";
import { StatusLine } from "./StatusLine.tsx";

export function StatusBar({ commands }: { readonly commands: Commands }) {
  const { viewfinder, preferences } = useServices();
  const scale = useStore(viewfinder.store, (state) => state.viewport.scale);
  const lines = usePreference((state) => state.lines);
  return (
    <footer className="foot">
      <StatusLine />
      <DotCount />
      <div className="zoom">
        <button
          type="button"
          className="bar-button quiet"
          aria-label={words("status.lines")}
          title={words("status.linesHint")}
          aria-pressed={lines}
          onClick={() => preferences.setState({ lines: !lines })}
        >
          <Icon name="lines" />
        </button>
        <CommandButton command={commands["zoom-out"]} icon="minus" look="quiet" />
        <span className="zoom-reading" title={words("status.zoomHint")}>
          {words("status.zoom", { share: scale * pixelRatio() * 100 })}
        </span>
        <CommandButton command={commands["zoom-in"]} icon="plus" look="quiet" />
        <CommandButton command={commands["zoom-fit"]} icon="whole" look="quiet" />
      </div>
    </footer>
  );
}
