/* The records in which loops find what they are to do: numbers of eight bytes (f64), in the order of these names. Both
   makes of the kernel read them by name; the AssemblyScript imports this very file. */

/** Marks whose ink is to be settled: how much of it takes the light that they take under the skin alone. */
export enum InkJob {
  /** Where the marks lie, MARK numbers each. */
  marks,
  /** The first of them, and the end of them. */
  first,
  count,
  /** What light is reckoned by, see marks.ts, and the variance of an edge as it is seen, mm^2. */
  soft,
  absorbance,
  blur2,
  /** Where it is written, by class seen (row) and own class (column), four bytes each, where their table lies; 0 where
      it is missing. */
  tables,
  classes,
  /** A table has an entry, eight bytes, for each optical depth `deepest` x (k / depths)^2, k from 0 to `depths`. */
  depths,
  deepest,
  /** The place in `tables` of the one that was missing: written by the loop. */
  missing,
}

/** Marks to be baked into stamps. */
export enum BakeJob {
  /** Where the marks lie, MARK numbers each. */
  marks,
  /** The first of them that is to be baked, and the end of them. */
  first,
  count,
  /** How large marks are seen, and where on their picture, then, the plane's first pixel lies. */
  factor,
  left,
  top,
  /** The plane's size, pixels. */
  width,
  height,
  /** Variance of an edge's softness, px^2. */
  blur2,
  /** The table of profiles: `classes` rows of `steps` + 1 numbers of two bytes. */
  profile,
  classes,
  steps,
  /** Room to work in: 128 KB for one mark's profile, and 4 KB for what is worked out of several marks at once. */
  scratch,
  outlines,
  /** Where it is written where each mark's stamp begins, four bytes each; 0 for none. */
  stamps,
  /** Where the next stamp goes, which the loop moves on, and the end of the room for stamps. */
  out,
  end,
}

/** Which marks a sheet shows, and the plane that their stamps are laid on. */
export enum ShowJob {
  /** A byte a mark: 1 where it is wanted, and where it is shown. */
  wanted,
  shown,
  /** Four bytes a mark: where its stamp begins, 0 for none, -1 for not baked yet. */
  stampOf,
  /** Lists of marks, four bytes each: those that come, those that go, those that come and are not baked yet. */
  come,
  go,
  unbaked,
  /** How many each list holds: written by the loop. */
  comeCount,
  goCount,
  unbakedCount,
  /** Optical depths, two bytes a pixel, rows of `stride`. */
  plane,
  stride,
  /** A byte for each block of 16 x 4 pixels, rows of `across`: 1 for changed, 2 for inked, 4 for ground changed. */
  blocks,
  across,
}

/** The ground tone: marks' ink on nodes, and what it does to the photo. */
export enum TintJob {
  /** By mark 32 bytes: three rows of three numbers of two bytes that it adds to nodes, four to a row, and where the
      first of these lies, four bytes, 0 for none. */
  soaked,
  /** The nodes, four bytes each, `nodesHigh` rows of `nodesAcross`; a row more than is read. */
  nodes,
  nodesAcross,
  nodesHigh,
  /** What blocks were tinted by, as nodes. */
  tintedBy,
  /** Which blocks are read from each column and row of nodes: the first and the last, two bytes each, the last before
      the first for none. */
  blockColumns,
  blockRows,
  /** How much of the tone is shown, a byte a square, rows of `sharesAcross`. */
  shares,
  sharesAcross,
  /** Where each two columns of the plane, and each fourth line between its rows, are read: five numbers of two bytes
      each, see ground-nodes.ts. */
  columns,
  rows,
  /** The table of what a mean depth does, 32 bytes for each step of it, see ground.ts. */
  tone,
  /** Room for two lines of two bytes for each two columns, and for a row of nodes and of shares, four bytes each. */
  lines,
  scratch,
  /** As in the composing: blocks, 4 where their ground changed; RGBA bytes, which may lie in the same place. */
  stride,
  blocks,
  across,
  high,
  source,
  tinted,
  toe,
}

/** A plane that is composed into a picture. */
export enum ComposeJob {
  plane,
  stride,
  blocks,
  across,
  /** Rows of blocks. */
  high,
  /** RGBA bytes, rows of `stride` pixels; they may lie in the same place. */
  source,
  picture,
  /** The table of what a depth lets through, four numbers of two bytes for each depth from 0 to `deepest`. */
  transmission,
  deepest,
  /** The table of results below sRGB code 11. */
  toe,
  /** First and last column and row of blocks that were changed: written by the loop; none where `east` < 0. */
  west,
  north,
  east,
  south,
  /** A byte a block: whether anything is mirrored there; 0 where nothing is. */
  glossy,
  /** The photo's RGBA bytes without ground, in blocks with gloss. */
  bare,
  /** How much is mirrored, a byte a square, rows of `sharesAcross`. */
  shares,
  sharesAcross,
  /** Where each column and row of the plane is read, see squares.ts. */
  shareColumns,
  shareRows,
}
