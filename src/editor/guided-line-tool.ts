/* The line's handles with guides about them, and the two ends of a measuring tape: it lies on the head, so that every
   photo shows it, and is no part of the document. */

import { type Point2, type Vec3, add, length } from "../core/geometry/vector.ts";
import { type GuideKind, type SkinTape, type Thirds, averageThirds } from "../core/hairline/guides.ts";
import { type Surface, alongSkin, surfaceOf } from "../core/head/surface.ts";
import { tape as tapeLength, walk } from "../core/head/walk.ts";
import { memoised } from "../core/memo.ts";
import { type Scene, headOf, planOf } from "../core/plan/scene.ts";
import { words } from "../words/words.ts";
import { drawnGuides } from "./guide-lines.ts";
import { lineTool } from "./line-tool.ts";
import { type Handle, type Moved, type Tool, freely } from "./tool.ts";

export type GuideSettings = {
  readonly kinds: readonly GuideKind[];
  /** Of this client's face; null where none was read, and an average one's are shown. */
  readonly thirds: Thirds | null;
  /** Where the tape was laid; null until it was. */
  readonly tape: SkinTape | null;
};

/** Cosine of incidence from which an end of the tape is shown: one that is dragged to the rim stays in hand. */
const SEEN = 0.01;
/** Ends nearer than this to opposite each other leave open which way the tape lies: length of their sum. */
const OPPOSITE = 0.01;

/** Where a tape lies that nobody has laid, beside the midline: shares of the way from the head's middle to its limb. */
const AT_FIRST = { from: 0.14, to: 0.54, up: 0.45 } as const;

const ends = { from: "tape-from", to: "tape-to" } as const;
type End = keyof typeof ends;
const endOf = (id: string): End | null => (id === ends.from ? "from" : id === ends.to ? "to" : null);

/** The tape that a photo shows: the one that was laid, or where both its ends are turned away, one to be taken. */
function shownTape(surface: Surface, laid: SkinTape | null): SkinTape {
  const isSeen = (d: Vec3): boolean => surface.toImage(d).facing >= SEEN;
  if (laid && (isSeen(laid.from) || isSeen(laid.to))) return laid;
  const { centre, limbDistance } = surface;
  const at = (across: number): Vec3 =>
    surface.fromImage({
      x: centre.x + across * limbDistance(1, 0),
      y: centre.y - AT_FIRST.up * limbDistance(0, -1),
    });
  return { from: at(AT_FIRST.from), to: at(AT_FIRST.to) };
}

/** The line tool, or the hand that draws the line, with these guides. */
export function guidedLineTool({ kinds, thirds, tape }: GuideSettings, line: Tool = lineTool): Tool {
  const hasTape = kinds.includes("tape");
  const shown = (scene: Scene) => {
    const { vault, view } = headOf(scene);
    const surface = surfaceOf(vault, view);
    return { vault, surface, laid: shownTape(surface, tape) };
  };
  // Lines and numbers of one scene are asked for one after the other.
  const drawn = memoised((scene: Scene) => {
    const { vault, surface, laid } = shown(scene);
    const { hairline } = planOf(scene);
    const parts = { vault, hairline, thirds: thirds ?? averageThirds(vault), tape: laid };
    return drawnGuides(surface, parts, kinds, thirds === null);
  });
  /** The tape with one end elsewhere. */
  const laidTo = (scene: Scene, end: End, to: (surface: Surface, d: Vec3) => Vec3): Moved => {
    const { surface, laid } = shown(scene);
    const next = { ...laid, [end]: to(surface, laid[end]) };
    const isOpposite = length(add(next.from, next.to)) < OPPOSITE;
    return { ...freely(scene.document), tape: isOpposite ? laid : next };
  };
  const tapeHandles = (scene: Scene): readonly Handle[] => {
    const { vault, surface, laid } = shown(scene);
    const mm = words("handle.tape.long", { mm: tapeLength(vault, laid.from, laid.to) });
    return (["from", "to"] as const).flatMap((end) => {
      const { x, y, facing } = surface.toImage(laid[end]);
      const label = words(`handle.tape.${end}`);
      return facing < SEEN
        ? []
        : [{ id: ends[end], label, at: { x, y }, where: { across: mm, down: mm }, small: true }];
    });
  };
  return {
    ...line,
    handles: (scene) => [...line.handles(scene), ...(hasTape && !line.strokes ? tapeHandles(scene) : [])],
    lines: (scene) => [...drawn(scene).lines, ...line.lines(scene)],
    labels: (scene) => drawn(scene).labels,
    moved(scene, id, to: Point2, mirror) {
      const end = endOf(id);
      return end ? laidTo(scene, end, (surface) => surface.fromImage(to)) : line.moved(scene, id, to, mirror);
    },
    stepped(scene, id, towards, mm, mirror) {
      const end = endOf(id);
      if (end) return laidTo(scene, end, (surface, d) => walk(surface.vault, d, alongSkin(surface, d, towards), mm));
      return line.stepped?.(scene, id, towards, mm, mirror) ?? freely(scene.document);
    },
  };
}
