/* How large the head is, what that rests on, and how far it may be out. */

import {
  type Scale,
  type ScaleSource,
  HEADS,
  USUAL_BREADTH,
  USUAL_PUPILS,
  averageHead,
  measuredHead,
  rulerLength,
  sizeBy,
  uncertainty,
} from "../../core/head/scale.ts";
import { surfaceOf } from "../../core/head/surface.ts";
import type { View } from "../../core/head/view.ts";
import { withScale } from "../../core/plan/document.ts";
import { type Scene, headOf, viewOf } from "../../core/plan/scene.ts";
import { Choice, type Option } from "../parts/Choice.tsx";
import { NumberRow } from "../parts/NumberRow.tsx";
import { useServices } from "../services.ts";
import { words } from "../../words/words.ts";

const NARROWEST = Math.ceil(HEADS.least * USUAL_BREADTH);
const WIDEST = Math.floor(HEADS.most * USUAL_BREADTH);

/** What this photo has to measure by. */
function sourcesIn(view: View): readonly Option<ScaleSource>[] {
  const named = (value: Exclude<ScaleSource, "ruler">) => ({ value, label: words(`scale.${value}`) });
  const ruler = { value: "ruler", label: words("scale.ruler.label"), short: words("scale.ruler.short") } as const;
  return [
    named("head"),
    ...(view.eyes ? (["face", "pupils", "iris"] as const).map(named) : []),
    ...(view.ruler ? [ruler] : []),
  ];
}

/** What the source begins with. */
function startOf(source: ScaleSource, scene: Scene): Scale {
  const { photo } = scene.cursor;
  switch (source) {
    case "head":
      return averageHead;
    case "pupils":
      return { source, photo, mm: USUAL_PUPILS };
    case "ruler":
      return { source, photo, mm: Math.round(10 * spanOf(scene)) / 10 };
    case "face":
    case "iris":
      return { source, photo };
  }
}

function spanOf(scene: Scene): number {
  const { vault, view } = headOf(scene);
  return view.ruler ? rulerLength(surfaceOf(vault, view), view, view.ruler) : 0;
}

/** The view that the scale rests on, where that is not the one that is looked at. */
const restsOn = ({ document: { views, scale }, cursor }: Scene): View | undefined =>
  scale.source === "head" || scale.photo === cursor.photo
    ? undefined
    : views.find(({ photo }) => photo === scale.photo);

/** How large the head is by now; or that no head is as large as that. */
function remarkOn(scene: Scene): string {
  const { vault, scale, views } = scene.document;
  const times = sizeBy(vault, views, scale) ?? 1;
  if (times < HEADS.least - 1e-6 || times > HEADS.most + 1e-6) {
    return words("scale.unlike", { wide: times * USUAL_BREADTH, least: NARROWEST, most: WIDEST });
  }
  const average = scale.source === "head" && uncertainty(scale) === uncertainty(averageHead);
  const size = { wide: 2 * vault.halfBreadth, percent: uncertainty(scale) };
  const elsewhere = restsOn(scene);
  if (elsewhere) return words("scale.elsewhere", { ...size, view: words(`aspect.${elsewhere.aspect}.within`) });
  return words(average ? "scale.average" : "scale.known", size);
}

export function ScaleRows({ scene }: { readonly scene: Scene }) {
  const { session } = useServices();
  const view = viewOf(scene);
  // What rests on another photo is said below; it is not chosen here.
  const scale = restsOn(scene) ? null : scene.document.scale;
  const options = sourcesIn(view);
  const set = (next: Scale): void => session.edit(({ document }) => withScale(document, next));

  return (
    <>
      {options.length > 1 && (
        <Choice
          label={words("scale.label")}
          look="segments"
          columns={options.length}
          options={options}
          value={scale?.source ?? null}
          onChoose={(source) => set(startOf(source, scene))}
        />
      )}
      {scale?.source === "head" && (
        <NumberRow
          label={words("scale.breadth")}
          unit={words("unit.mm")}
          value={Math.round(10 * scale.mm) / 10}
          least={NARROWEST}
          most={WIDEST}
          onChange={(mm) => set(measuredHead(mm))}
        />
      )}
      {scale?.source === "pupils" && (
        <NumberRow
          label={words("scale.betweenPupils")}
          unit={words("unit.mm")}
          value={scale.mm}
          least={45}
          most={80}
          step={0.5}
          onChange={(mm) => set({ ...scale, mm })}
        />
      )}
      {scale?.source === "ruler" && (
        <NumberRow
          label={words("scale.truly")}
          unit={words("unit.mm")}
          value={scale.mm}
          least={2}
          most={400}
          step={0.5}
          onChange={(mm) => set({ ...scale, mm })}
        />
      )}
      <p className="remark">{remarkOn(scene)}</p>
    </>
  );
}
