/* Makes the typeface that captions are set in: outlines of Inter, written into the source as text, so that browser,
   worker and command line draw the same letters without fetching. `npm run typeface`; a test builds it again and
   compares. Letters of the European languages alone: Latin-1, Latin Extended-A and what stands between words. */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";

// What it exports by name depends on who loads it.
const { parse } = createRequire(import.meta.url)("opentype.js");

const top = path.resolve(import.meta.dirname, "../..");
const outlines = path.join(top, "src/core/photo/typeface/outlines.ts");
const licence = path.join(top, "public/licences/inter.txt");
const from = path.join(top, "node_modules/@fontsource/inter");

/** Units to an em: half as fine as the font's own, an eighth of a pixel in the largest captions. */
const EM = 1024;

/** Characters of one code unit, none of which a string of the source has to escape. */
const SIGNS = Array.from({ length: 94 }, (_, i) => String.fromCharCode(33 + i)).filter((sign) => !/["\\]/.test(sign));
const HALF = SIGNS.length / 2;

const between = (first, last) => Array.from({ length: last - first + 1 }, (_, i) => first + i);
const LETTERS = [...between(0x20, 0x7e), ...between(0xa0, 0xac), ...between(0xae, 0x148), ...between(0x14a, 0x17f)];
const MORE = Array.from("ȘșȚțẞ–—‘’‚“”„•…‹›€™−", (sign) => sign.codePointAt(0));
/** Stands for all that is not there: the font's own empty box. */
const NONE = 0xfffd;

/** A whole number from 0 in as few signs as it takes: from the lower half of the signs the last, the others before. */
const number = (n) => (n < HALF ? SIGNS[n] : SIGNS[HALF + (n % HALF)] + number(Math.floor(n / HALF)));
const signed = (n) => number(n < 0 ? -2 * n - 1 : 2 * n);

function fontOf(subset) {
  const { buffer, byteOffset, length } = readFileSync(path.join(from, `files/inter-${subset}-500-normal.woff`));
  return parse(buffer.slice(byteOffset, byteOffset + length));
}

/** Contours, each a count of points and the points: on the curve or not, and how far from the one before. */
function shapeText(glyph, units) {
  const contours = glyph.getContours();
  if (contours.some((contour) => !contour.some(({ onCurve }) => onCurve)))
    throw new RangeError("a contour of curves alone");
  let [x, y] = [0, 0];
  const points = (contour) =>
    contour.map((point) => {
      const [dx, dy] = [units(point.x) - x, units(point.y) - y];
      [x, y] = [x + dx, y + dy];
      return number(2 * (dx < 0 ? -2 * dx - 1 : 2 * dx) + (point.onCurve ? 1 : 0)) + signed(dy);
    });
  return number(contours.length) + contours.map((one) => number(one.length) + points(one).join("")).join("");
}

/** The shapes of all glyphs, each once, and for each code point its advance and which shapes it has where. */
function tablesOf(fonts) {
  const shapes = new Map();
  const at = (text) => {
    if (!shapes.has(text)) shapes.set(text, shapes.size);
    return shapes.get(text);
  };
  const glyphs = new Map();
  for (const code of [...LETTERS, ...MORE, NONE]) {
    const sign = String.fromCodePoint(code);
    const font = code === NONE ? fonts[0] : fonts.find((one) => one.charToGlyphIndex(sign) > 0);
    if (!font) throw new RangeError(`the font has no U+${code.toString(16)}`);
    const units = (length) => Math.round((length * EM) / font.unitsPerEm);
    const glyph = code === NONE ? font.glyphs.get(0) : font.charToGlyph(sign);
    // Reading the path is what finds the parts.
    glyph.getPath();
    const moved = ({ xScale, yScale, scale01, scale10 }) =>
      (xScale ?? 1) === 1 && (yScale ?? 1) === 1 && !scale01 && !scale10;
    const inParts = glyph.isComposite && glyph.components.every(moved);
    const parts = inParts
      ? glyph.components.map(({ glyphIndex, dx, dy }) => ({ part: font.glyphs.get(glyphIndex), dx, dy }))
      : [];
    const simple = inParts && parts.every(({ part }) => (part.getPath(), !part.isComposite));
    const found = simple ? parts : [{ part: glyph, dx: 0, dy: 0 }];
    glyphs.set(code, {
      advance: units(glyph.advanceWidth),
      parts: found.map(({ part, dx, dy }) => [at(shapeText(part, units)), units(dx), units(dy)]),
    });
  }
  return { shapes, glyphs: withOldN(glyphs) };
}

/** Afrikaans has "ŉ" as one letter, and the font as two. */
function withOldN(glyphs) {
  const [mark, n] = Array.from("’n", (sign) => glyphs.get(sign.codePointAt(0)));
  const parts = [...mark.parts, ...n.parts.map(([shape, dx, dy]) => [shape, dx + mark.advance, dy])];
  glyphs.set(0x149, { advance: mark.advance + n.advance, parts });
  return new Map([...glyphs].toSorted(([a], [b]) => a - b));
}

/** The text of outlines.ts. */
export function typefaceText() {
  const fonts = ["latin", "latin-ext"].map(fontOf);
  const { shapes, glyphs } = tablesOf(fonts);
  let last = 0;
  const lines = [...glyphs].map(([code, { advance, parts }]) => {
    const text = parts.map(([shape, dx, dy]) => number(shape) + signed(dx) + signed(dy)).join("");
    const step = code - last;
    last = code;
    return number(step) + number(advance) + number(parts.length) + text;
  });
  const [font] = fonts;
  const { version } = JSON.parse(readFileSync(path.join(from, "package.json"), "utf8"));
  return `/* Made by \`npm run typeface\` from Inter Medium (@fontsource/inter ${version}).
   ${font.names.windows.copyright.en}
   under the SIL Open Font License 1.1, which goes with every copy: public/licences/inter.txt. */

/** Units to an em, and the height of capitals in them. */
export const EM = ${EM};
export const CAPITALS = ${Math.round((font.tables.os2.sCapHeight * EM) / font.unitsPerEm)};
/** The signs that numbers are written in. */
export const SIGNS = "${SIGNS.join("")}";
/** How many there are: a shape or a glyph after the other (typeface.ts). */
export const SHAPES = ${shapes.size};
export const GLYPHS = ${glyphs.size};
export const shapes =
  "${[...shapes.keys()].join("")}";
export const glyphs =
  "${lines.join("")}";
`;
}

/** The licence that goes with the outlines, as the font's makers wrote it. */
export const licenceText = () => readFileSync(path.join(from, "LICENSE"), "utf8");

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(outlines, typefaceText());
  writeFileSync(licence, licenceText());
}
