/* Numbers that stand on the photo beside the lines they belong to. They are text, so that they are read out, and no
   finger meets them. */

import { words } from "../words/words.ts";
import type { Label } from "./tool.ts";
import { type Viewport, toStage } from "./viewport.ts";

type Props = { readonly labels: readonly Label[]; readonly viewport: Viewport };

export function Labels({ labels, viewport }: Props) {
  if (labels.length === 0) return null;
  return (
    <ul className="guide-labels" aria-label={words("guide.label.all")}>
      {labels.map(({ id, name, text, at, side }) => {
        const { x, y } = toStage(viewport, at);
        return (
          <li key={id} data-side={side} style={{ transform: `translate(${x}px, ${y}px)` }}>
            <span className="heard">{name} </span>
            {text}
          </li>
        );
      })}
    </ul>
  );
}
