/* Guides as a photo shows them: what of them faces the camera, and where their numbers stand. */

import { type Point2, dot, length, subtract } from "../core/geometry/vector.ts";
import {
  type FacePlace,
  type GuideKind,
  type GuideParts,
  type SkinCurve,
  faceGuides,
  skinGuide,
} from "../core/hairline/guides.ts";
import { project } from "../core/head/camera.ts";
import type { Surface } from "../core/head/surface.ts";
import { meetVault, vaultPoint } from "../core/head/vault.ts";
import type { Millimetres } from "../core/units.ts";
import { words } from "../words/words.ts";
import type { Label, Line } from "./tool.ts";

/** What guides put on a photo, its pixels. */
export type Drawn = { readonly lines: readonly Line[]; readonly labels: readonly Label[] };

/** A place in the photo; null where it is turned away. */
type Seen = Point2 | null;

/** Nearer the rim a number cannot be told from what lies beside it: cosine of incidence. */
const READ = 0.12;
/** The same of a line on the face, which is known less well. */
const FACED = 0.25;

/** The runs of a curve that are seen. */
function runs(id: string, curve: readonly Seen[]): readonly Line[] {
  const parts: Point2[][] = [[]];
  for (const point of curve) {
    if (point) parts[parts.length - 1].push(point);
    else parts.push([]);
  }
  return parts
    .filter(({ length: count }) => count > 1)
    .map((points, i) => ({ id: `${id}-${i}`, strong: false, guide: true, points }));
}

const onSkin =
  (surface: Surface, least: number) =>
  (d: SkinCurve[number]): Seen => {
    const { x, y, facing } = surface.toImage(d);
    return facing > least ? { x, y } : null;
  };

/** The face is not a part of the vault, and may lie behind it. */
const onFace =
  ({ eye, vault }: Surface) =>
  ({ at, normal }: FacePlace): Seen => {
    const way = subtract(at, eye.place);
    if (-dot(normal, way) < FACED * length(way)) return null;
    const met = meetVault(vault, eye.place, way);
    const before = met && length(subtract(vaultPoint(vault, met), eye.place)) < length(way);
    return before ? null : project(eye, at);
  };

/** On which side of its places a number stands, place by place; the last of all that come after it. */
const sides: Readonly<Record<GuideKind, readonly Label["side"][]>> = {
  midline: ["over"],
  thirds: ["left", "right", "over"],
  canthus: ["over"],
  eightCm: ["right", "left"],
  height: ["right", "left"],
  tape: ["above"],
};

function textOf(kind: GuideKind, mm: Millimetres, isAverage: boolean): string {
  if (kind === "eightCm") return words("guide.label.eightCm");
  if (kind === "thirds") return words(isAverage ? "guide.label.averageThird" : "guide.label.third", { mm });
  return words("guide.label.mm", { mm });
}

type Numbered = { readonly id: string; readonly mm: Millimetres | null };

/** A number beside its guide, where there is one and a place for it. */
function label(kind: GuideKind, { id, mm }: Numbered, beside: readonly Seen[], isAverage: boolean): readonly Label[] {
  const first = beside.findIndex((place) => place !== null);
  const at = beside[first];
  if (mm === null || !at) return [];
  const text = textOf(kind, mm, isAverage);
  const side = sides[kind][Math.min(first, sides[kind].length - 1)];
  return [{ id, name: words(`guide.name.${kind}`), text, at, side }];
}

/** Guides of these kinds on a head in a photo. `isAverage`: its thirds are not this client's. */
export function drawnGuides(
  surface: Surface,
  parts: GuideParts,
  kinds: readonly GuideKind[],
  isAverage: boolean,
): Drawn {
  const drawn = kinds.map((kind): Drawn => {
    const guide = skinGuide(parts, kind);
    return {
      lines: guide.curves.flatMap((curve, i) => runs(`${guide.id}-${i}`, curve.map(onSkin(surface, 0)))),
      labels: label(kind, guide, guide.beside.map(onSkin(surface, READ)), isAverage),
    };
  });
  const face = kinds.includes("thirds") ? faceGuides(parts.vault, parts.thirds) : [];
  const place = onFace(surface);
  return {
    lines: [...drawn.flatMap(({ lines }) => lines), ...face.flatMap(({ id, curve }) => runs(id, curve.map(place)))],
    labels: [
      ...drawn.flatMap(({ labels }) => labels),
      ...face.flatMap((guide) => label("thirds", guide, guide.beside.map(place), isAverage)),
    ],
  };
}
