/* Held down, it shows the photo as it was. Those who cannot hold (a screen reader's click) switch it on and off. */

import type { KeyboardEvent, MouseEvent } from "react";
import { words } from "../../words/words.ts";
import { Icon } from "../parts/Icon.tsx";
import { useServices, useSession } from "../services.ts";

const isPress = ({ key }: KeyboardEvent): boolean => key === " " || key === "Enter";

export function BeforeButton() {
  const { session } = useServices();
  const before = useSession((state) => state.before);
  const show = (next: boolean): void => {
    if (session.store.getState().before !== next) session.set({ before: next });
  };
  return (
    <button
      type="button"
      className="bar-button quiet before"
      aria-label={words("bar.before")}
      aria-pressed={before}
      title={words("bar.beforeHint")}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        show(true);
      }}
      onPointerUp={() => show(false)}
      onPointerCancel={() => show(false)}
      onLostPointerCapture={() => show(false)}
      onContextMenu={(event) => event.preventDefault()}
      onKeyDown={(event) => {
        if (!isPress(event)) return;
        event.preventDefault();
        show(true);
      }}
      onKeyUp={(event) => {
        if (!isPress(event)) return;
        event.preventDefault();
        show(false);
      }}
      onBlur={() => show(false)}
      onClick={(event: MouseEvent) => {
        // A click without a pointer or a key behind it: assistive technology.
        if (event.detail === 0) show(!before);
      }}
    >
      <Icon name="before" />
      <span className="bar-name">{words("bar.before")}</span>
    </button>
  );
}
