/* The whole window takes photos and plans: dropped, or pasted from the clipboard. */

import { useEffect, useState } from "react";
import { filesFromDrop, filesFromPaste } from "../intake/sources.ts";
import { words } from "../words/words.ts";
import { openFiles } from "./opening/open-files.ts";
import { useServices } from "./services.ts";

const carriesFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes("Files") ?? false;

export function DropZone() {
  const services = useServices();
  const [over, setOver] = useState(false);

  useEffect(() => {
    const stop = new AbortController();
    const listening = { signal: stop.signal };
    window.addEventListener(
      "dragover",
      (event) => {
        if (!carriesFiles(event)) return;
        event.preventDefault();
        setOver(true);
      },
      listening,
    );
    window.addEventListener("dragleave", (event) => event.relatedTarget === null && setOver(false), listening);
    window.addEventListener(
      "drop",
      (event) => {
        event.preventDefault();
        setOver(false);
        void filesFromDrop(event).then((files) => openFiles(services, files));
      },
      listening,
    );
    window.addEventListener(
      "paste",
      (event) => {
        void openFiles(services, filesFromPaste(event));
      },
      listening,
    );
    return () => stop.abort();
  }, [services]);

  return over ? <div className="drop-over">{words("drop")}</div> : null;
}
