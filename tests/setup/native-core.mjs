/* Lets Node load TypeScript by itself, types taken off: what Vitest leaves to Node runs as it does in the browser.
   Vitest's own loading looks an imported name up each time that it is used, which hot loops feel. */
import { register } from "node:module";

register("./strip-types.mjs", import.meta.url);
