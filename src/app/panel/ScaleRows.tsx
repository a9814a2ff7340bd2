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
import { type Consultation, viewsOf, withScale } from "../../core/plan/consultation.ts";
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
function startOf(source: ScaleSource, consultation: Consultation): Scale {
  const { photo } = consultation.view;
  switch (source) {
    case "head":
      return averageHead;
    case "pupils":
      return { source, photo, mm: USUAL_PUPILS };
    case "ruler":
      return { source, photo, mm: Math.round(10 * spanOf(consultation)) / 10 };
    case "face":
    case "iris":
      return { source, photo };
  }
}

const spanOf = ({ vault, view }: Consultation): number =>
  view.ruler ? rulerLength(surfaceOf(vault, view), view, view.ruler) : 0;

/** The photo that the scale rests on, where that is not the one at hand. */
const restsOn = ({ view, others, scale }: Consultation): View | undefined =>
  scale.source === "head" || scale.photo === view.photo ? undefined : others.find(({ photo }) => photo === scale.photo);

/** How large the head is by now; or that no head is as large as that. */
function remarkOn(consultation: Consultation): string {
  const { vault, scale } = consultation;
  const times = sizeBy(vault, viewsOf(consultation), scale) ?? 1;
  if (times < HEADS.least - 1e-6 || times > HEADS.most + 1e-6) {
    return words("scale.unlike", { wide: times * USUAL_BREADTH, least: NARROWEST, most: WIDEST });
  }
  const average = scale.source === "head" && uncertainty(scale) === uncertainty(averageHead);
  const size = { wide: 2 * vault.halfBreadth, percent: uncertainty(scale) };
  const elsewhere = restsOn(consultation);
  if (elsewhere) return words("scale.elsewhere", { ...size, view: words(`aspect.${elsewhere.aspect}.within`) });
  return words(average ? "scale.average" : "scale.known", size);
}

export function ScaleRows({ consultation }: { readonly consultation: Consultation }) {
  const { session } = useServices();
  const { view } = consultation;
  // What rests on another photo is said below; it is not chosen here.
  const scale = restsOn(consultation) ? null : consultation.scale;
  const options = sourcesIn(view);
  const set = (next: Scale): void => session.edit((now) => withScale(now, next));

  return (
    <>
      {options.length > 1 && (
        <Choice
          label={words("scale.label")}
          look="segments"
          columns={options.length}
          options={options}
          value={scale?.source ?? null}
          onChoose={(source) => set(startOf(source, consultation))}
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
      <p className="remark">{remarkOn(consultation)}</p>
    </>
  );
}
