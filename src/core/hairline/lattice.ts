/* A grid of nodes over a scalp's chart, and the skin under them: what is asked at every place of a head is worked out
   at the nodes. They are asked in blocks, each of which knows how large it is. */

import type { Millimetres } from "../units.ts";
import { scalpPoint } from "../head/scalp.ts";
import { discScalp, scalpOf, wholeScalp } from "../head/scalp-chart.ts";
import type { Vault } from "../head/vault.ts";
import { memoised } from "../memo.ts";

/** A grid over a scalp's chart, `nodes` to a side of twice `half`: a node every 1.2 mm or so. */
export type Lattice = { readonly nodes: number; readonly half: number; readonly cell: number };

const lattice = (nodes: number, rho: number): Lattice => ({
  nodes,
  half: rho + 0.02,
  cell: (2 * (rho + 0.02)) / (nodes - 1),
});

const discLattice = lattice(257, discScalp.rho);
const wholeLattice = lattice(289, wholeScalp.rho);
/** The grid over the scalp that a head wears. */
export const latticeOf = (vault: Vault): Lattice => (scalpOf(vault) === wholeScalp ? wholeLattice : discLattice);

/** Chart coordinate of column or row i, 0 upwards. */
export const chartAt = ({ half, cell }: Lattice, i: number): number => i * cell - half;
/** The column or row, 0 upwards and not whole, at a chart coordinate. */
export const nodeAt = ({ half, cell }: Lattice, x: number): number => (x + half) / cell;

/** Nodes to a side of a block: all of one are asked about the same stretches of the edge. */
const BLOCK = 16;

/** The skin's place under every node, mm, x, y, z; and of each block its middle node and how far others lie from it. */
export type Skin = { readonly places: Float64Array; readonly middles: Int32Array; readonly reaches: Float64Array };

/** Of a head's nodes; those beyond the chart repeat its rim. The last heads' are kept. */
export const skinOf = memoised((vault: Vault): Skin => {
  const on = latticeOf(vault);
  const { nodes } = on;
  const places = new Float64Array(3 * nodes * nodes);
  for (let row = 0; row < nodes; row++) {
    for (let col = 0; col < nodes; col++) {
      const u = chartAt(on, col);
      const v = chartAt(on, row);
      const shrink = Math.min(1, 1.9 / Math.max(1e-9, Math.sqrt(u * u + v * v)));
      places.set(scalpPoint(vault, u * shrink, v * shrink), 3 * (row * nodes + col));
    }
  }
  const across = Math.ceil(nodes / BLOCK);
  const [middles, reaches] = [new Int32Array(across * across), new Float64Array(across * across)];
  for (let b = 0; b < across * across; b++) {
    const { left, right, top, bottom } = blockOf(on, b);
    middles[b] = ((top + bottom) >> 1) * nodes + ((left + right) >> 1);
    for (let row = top; row <= bottom; row++) {
      for (let col = left; col <= right; col++)
        reaches[b] = Math.max(reaches[b], apart(places, middles[b], row * nodes + col));
    }
  }
  return { places, middles, reaches };
}, 2);

/** Columns and rows of block b, 0 upwards, its last ones among them. */
export function blockOf({ nodes }: Lattice, b: number): Readonly<Record<"left" | "right" | "top" | "bottom", number>> {
  const across = Math.ceil(nodes / BLOCK);
  const [left, top] = [BLOCK * (b % across), BLOCK * Math.floor(b / across)];
  return { left, right: Math.min(nodes, left + BLOCK) - 1, top, bottom: Math.min(nodes, top + BLOCK) - 1 };
}

function apart(places: Float64Array, i: number, k: number): Millimetres {
  const x = places[3 * i] - places[3 * k];
  const y = places[3 * i + 1] - places[3 * k + 1];
  const z = places[3 * i + 2] - places[3 * k + 2];
  return Math.sqrt(x * x + y * y + z * z);
}
