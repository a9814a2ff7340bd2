/* The one door of the stippling module. Its README shows placing and painting in a few lines. */
export { type Chart } from "./chart.ts";
export { type Field, createField } from "./field.ts";
export { type Pattern } from "./pattern.ts";
export { settleRanks, shownAt } from "./place.ts";
export { type Gloss } from "./gloss.ts";
export { type Ground, type GroundShare, type GroundTone, throughGround } from "./ground.ts";
export { absorbanceIn, lightTaken } from "./light.ts";
export { erf } from "./profile.ts";
export { MARK, type Marks, SHARP, type Skin, blurOf, createMarks } from "./marks.ts";
export { paintBands } from "./bands.ts";
export { type Box, type Part, type Pixels, wholeOf } from "./pixels.ts";
export { type Sheet, createSheet } from "./sheet.ts";
export { type Absorbance, DEPTH_UNIT, LIFT } from "./transmission.ts";
export { type Engine } from "./kernel/kernel.ts";
