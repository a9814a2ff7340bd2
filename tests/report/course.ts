/* Where a plan's designed line runs in a box of a picture, column by column of the detector's grid. */
import { treatedEdge } from "../../src/core/hairline/boundary.ts";
import type { Hairline } from "../../src/core/hairline/hairline.ts";
import { length, subtract } from "../../src/core/geometry/vector.ts";
import { scalpChart, scalpPoint } from "../../src/core/head/scalp.ts";
import type { Surface } from "../../src/core/head/surface.ts";
import type { Vault } from "../../src/core/head/vault.ts";
import type { Millimetres } from "../../src/core/units.ts";
import { GRID } from "./edge.ts";
import type { Box } from "./planes.ts";

/**
 * How far down the line lies, the cosine of its slope, how far along the whole edge that is, and how much more skin
 * there is to a column than where the head is met squarely.
 */
export type Column = {
  readonly down: Millimetres;
  readonly cosine: number;
  readonly along: Millimetres;
  readonly crowd: number;
};

/** `round`: the whole edge. */
export type Course = { readonly columns: readonly Column[]; readonly height: Millimetres; readonly round: Millimetres };

/** Throws RangeError where the line does not cross every column of the box. */
export function courseOf(vault: Vault, hairline: Hairline, surface: Surface, perMm: number, box: Box): Course {
  const edge = treatedEdge(vault, hairline);
  const places = edge.map(({ d }) => scalpChart(d)).map(({ u, v }) => scalpPoint(vault, u, v));
  const seen = edge.map(({ d }) => surface.toImage(d));
  const stretches = edge.flatMap(({ part }, k) => {
    const next = (k + 1) % edge.length;
    const [from, to] = [seen[k], seen[next]];
    const skin = length(subtract(places[next], places[k]));
    return [{ part, skin, from, to, size: Math.hypot(to.x - from.x, to.y - from.y) / perMm }];
  });
  const before = stretches.map((_, k) => stretches.slice(0, k).reduce((sum, { skin }) => sum + skin, 0));
  const columns = Array.from({ length: Math.floor(box.width / perMm / GRID) }, (_, col): Column => {
    const x = box.x + (col + 0.5) * GRID * perMm;
    const k = stretches.findIndex(({ part, from, to }) => part === "front" && from.x <= x !== to.x <= x);
    if (k < 0) throw new RangeError("the line does not reach over the box");
    const { from, to, skin, size } = stretches[k];
    const t = (x - from.x) / (to.x - from.x);
    return {
      down: (from.y + t * (to.y - from.y) - box.y) / perMm,
      cosine: Math.abs(to.x - from.x) / perMm / size,
      along: before[k] + t * skin,
      crowd: skin / size,
    };
  });
  const round = stretches.reduce((sum, { skin }) => sum + skin, 0);
  return { columns, height: box.height / perMm, round };
}
