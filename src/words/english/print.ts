/* What is written into pictures and on the command line. */

import { lines } from "../lines.ts";

export const print = {
  /** In capitals: the letters that core/photo/caption.ts can draw. `short` stands where `long` has no room. */
  caption: {
    long: "SIMULATION - NOT A PHOTO - STUBBLE",
    short: "SIMULATION",
  },
  commandLine: {
    usage: "usage: npm run -s render -- PHOTO PLAN.json OUT.png\n       npm run -s render -- --demo [VIEW] OUT.png",
    written_one: "{{file}}: {{width, whole}} x {{height, whole}}, {{count, whole}} dot",
    written_other: "{{file}}: {{width, whole}} x {{height, whole}}, {{count, whole}} dots",
    noView: "The demo has no view “{{view}}”, but {{views, list}}.",
    "newer-version": "{{file}} comes from a newer Stubble (version {{version, whole}}).",
    "damaged-plan": "{{file}} is damaged: {{where}}.",
    "not-a-plan": "{{file}} is not a Stubble plan.",
    size: "{{width, whole}} x {{height, whole}}",
    otherPhoto: lines(
      "{{photo}}, {{size}}, is not the photo that the plan was made on ({{sizes}}).",
      "Where it is a copy of it, add --anyway.",
    ),
  },
} as const;
