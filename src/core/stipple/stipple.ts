/* The one door of the stippling module. Its README shows placing and painting in a few lines. */
export { type Chart, type Field, createField } from "./field.ts";
export { type Marks, createMarks, placed } from "./marks.ts";
export { DEPTH_UNIT, type Plane, createPlane, lay } from "./plane.ts";
export { compose } from "./compose.ts";
