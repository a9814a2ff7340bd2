/* Two pictures of one head on the same place, and a line between them that is dragged or moved by key: left of it the
   head as it is, right of it with dots. What is moved is the browser's own slider, laid over the pictures unseen. */

import { type CSSProperties, type KeyboardEvent, useState } from "react";
import { words } from "../../words/words.ts";
import { RangeInput } from "../parts/RangeInput.tsx";

/** As `npm run -s heads -- --welcome` makes them, px. */
const SIZE = { width: 900, height: 1080 } as const;

/** Percent that a key moves the line; a finger moves it as finely as the screen. */
const BY_KEY = 5;
const keys: Readonly<Record<string, number>> = {
  ArrowLeft: -BY_KEY,
  ArrowDown: -BY_KEY,
  ArrowRight: BY_KEY,
  ArrowUp: BY_KEY,
};

export function BeforeAfter() {
  const [before, setBefore] = useState(50);
  const moveByKey = (event: KeyboardEvent): void => {
    const by = keys[event.key];
    if (by === undefined) return;
    event.preventDefault();
    setBefore(Math.min(100, Math.max(0, before + by)));
  };
  return (
    <div className="compare" style={{ "--before": before / 100 } as CSSProperties}>
      <img src="demo/before.jpg" alt={words("welcome.beforeSeen")} {...SIZE} draggable={false} />
      <span className="compare-name" aria-hidden="true">
        {words("welcome.before")}
      </span>
      <div className="compare-after">
        <img src="demo/after.jpg" alt={words("welcome.afterSeen")} {...SIZE} draggable={false} />
        <span className="compare-name" aria-hidden="true">
          {words("welcome.after")}
        </span>
        <span className="compare-name simulation">{words("welcome.simulation")}</span>
      </div>
      <div className="compare-line" aria-hidden="true">
        <svg className="compare-handle" viewBox="0 0 44 44" focusable="false">
          <circle cx="22" cy="22" r="20" />
          <path d="m17 15-7 7 7 7M27 15l7 7-7 7" />
        </svg>
      </div>
      <RangeInput
        label={words("welcome.compare")}
        words={words("welcome.compareSpoken", { before: Math.round(before), after: 100 - Math.round(before) })}
        least={0}
        most={100}
        step={0.1}
        value={before}
        onChange={setBefore}
        onKeyDown={moveByKey}
      />
    </div>
  );
}
