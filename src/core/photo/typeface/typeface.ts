/* The letters of captions: which there are, how wide a line of them is, and where their outlines lie. Read from
   outlines.ts when a caption is first drawn. */

import { EM, GLYPHS, SHAPES, SIGNS, glyphs, shapes } from "./outlines.ts";

/** A closed outline as pieces of curves, em: x, y, a control point's x, y, then the next piece; y goes up. */
type Contour = readonly number[];
type Part = { readonly contours: readonly Contour[]; readonly x: number; readonly y: number };
type Glyph = { readonly advance: number; readonly parts: readonly Part[] };

/** Stands for what is not there. */
const NONE = 0xfffd;

/** A line of letters side by side. */
export type SetLine = {
  /** Em. */
  readonly width: number;
  /** Calls for each piece of an outline: from, control point, to; em from the line's start on its foot, y up. */
  readonly trace: (piece: (x0: number, y0: number, cx: number, cy: number, x1: number, y1: number) => void) => void;
};

/** Reads whole numbers off a text: the lower half of the signs ends one, the upper half says that it goes on. */
function reader(text: string): () => number {
  const half = SIGNS.length / 2;
  const values = new Map(Array.from(SIGNS, (sign, value) => [sign, value]));
  let at = 0;
  return () => {
    for (let n = 0, unit = 1; ; unit *= half) {
      const value = values.get(text[at++]) ?? 0;
      n += (value % half) * unit;
      if (value < half) return n;
    }
  };
}

const signed = (n: number): number => (n % 2 === 1 ? -(n + 1) / 2 : n / 2);

/** From points on and off the curve to pieces: between two that are off it lies one on it. */
function piecesOf(points: readonly { readonly x: number; readonly y: number; readonly on: boolean }[]): Contour {
  const first = points.findIndex(({ on }) => on);
  const turned = [...points.slice(first), ...points.slice(0, first)];
  const pieces: number[] = [];
  for (const [i, { x, y, on }] of turned.entries()) {
    const next = turned[(i + 1) % turned.length];
    const before = turned[i - 1];
    // A straight piece is one whose control point lies on its start.
    if (on) pieces.push(x, y, next.on ? x : next.x, next.on ? y : next.y);
    else if (!before.on) pieces.push((before.x + x) / 2, (before.y + y) / 2, x, y);
  }
  return pieces;
}

function readShapes(): readonly (readonly Contour[])[] {
  const next = reader(shapes);
  return Array.from({ length: SHAPES }, () => {
    let [x, y] = [0, 0];
    return Array.from({ length: next() }, () =>
      piecesOf(
        Array.from({ length: next() }, () => {
          const step = next();
          x += signed((step - (step % 2)) / 2);
          y += signed(next());
          return { x: x / EM, y: y / EM, on: step % 2 === 1 };
        }),
      ),
    );
  });
}

function readGlyphs(): ReadonlyMap<number, Glyph> {
  const all = readShapes();
  const next = reader(glyphs);
  const found = new Map<number, Glyph>();
  for (let i = 0, code = 0; i < GLYPHS; i++) {
    code += next();
    const advance = next() / EM;
    const parts = Array.from({ length: next() }, () => ({
      contours: all[next()],
      x: signed(next()) / EM,
      y: signed(next()) / EM,
    }));
    found.set(code, { advance, parts });
  }
  return found;
}

let read: ReadonlyMap<number, Glyph> | null = null;
const known = (): ReadonlyMap<number, Glyph> => (read ??= readGlyphs());

/** What is drawn of a text: marks joined to their letters, one kind of space, nothing that has no width. */
const plain = (text: string): readonly string[] =>
  Array.from(
    text
      .normalize("NFC")
      .replaceAll(/\s/gu, " ")
      .replaceAll(/[\p{Cc}\p{Cf}]/gu, ""),
  );

/** The letter itself, or without its marks, or the sign for none. */
function glyphOf(letter: string): Glyph {
  const bare = letter.normalize("NFD").slice(0, 1);
  for (const one of [letter, bare]) {
    const glyph = known().get(one.codePointAt(0) ?? NONE);
    if (glyph) return glyph;
  }
  return known().get(NONE)!;
}

/** Whether every letter of a text is in the typeface. */
export const canDraw = (text: string): boolean =>
  plain(text).every((letter) => known().has(letter.codePointAt(0) ?? NONE));

/** Sets a line, of any text: what the typeface has not is drawn without its marks, else as an empty box. */
export function setLine(text: string): SetLine {
  const line = plain(text).map(glyphOf);
  return {
    width: line.reduce((sum, { advance }) => sum + advance, 0),
    trace(piece) {
      let left = 0;
      for (const { advance, parts } of line) {
        for (const { contours, x, y } of parts) {
          for (const one of contours) tracePieces(one, left + x, y, piece);
        }
        left += advance;
      }
    },
  };
}

function tracePieces(contour: Contour, x: number, y: number, piece: Parameters<SetLine["trace"]>[0]): void {
  for (let i = 0; i < contour.length; i += 4) {
    const next = (i + 4) % contour.length;
    piece(
      x + contour[i],
      y + contour[i + 1],
      x + contour[i + 2],
      y + contour[i + 3],
      x + contour[next],
      y + contour[next + 1],
    );
  }
}
