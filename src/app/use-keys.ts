/* The keyboard of the whole page: commands, and B held down for the photo as it was. */

import { useEffect } from "react";
import type { Commands } from "./commands.ts";
import { commandFor, isTyping } from "./keys.ts";
import { useServices } from "./services.ts";

export function useKeys(commands: Commands, onHelp: () => void): void {
  const { session } = useServices();
  useEffect(() => {
    const stop = new AbortController();
    const list = Object.values(commands);
    const listening = { signal: stop.signal };

    const isBefore = (event: KeyboardEvent): boolean =>
      event.key.toLowerCase() === "b" && !event.ctrlKey && !event.metaKey && !event.altKey;
    const down = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || isTyping(event.target) || document.querySelector("dialog[open]")) return;
      if (isBefore(event) && session.store.getState().scene) return session.set({ before: true });
      if (event.key === "?") return onHelp();
      const command = commandFor(list, event);
      if (!command) return;
      event.preventDefault();
      if (command.enabled()) command.run();
    };
    const release = (): void => {
      if (session.store.getState().before) session.set({ before: false });
    };
    window.addEventListener("keydown", down, listening);
    window.addEventListener("keyup", (event) => isBefore(event) && release(), listening);
    // The key may come up in another window.
    window.addEventListener("blur", release, listening);
    return () => stop.abort();
  }, [commands, session, onHelp]);
}
