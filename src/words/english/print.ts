/* What is written into pictures and on the command line. */

import { lines } from "../lines.ts";

export const print = {
  /** In a bar below every saved picture: `short` stands where `long` has no room, and `bare` where that has none. */
  caption: {
    long: "Simulation · {{day, day}} · {{view}} · {{moment}}",
    short: "Simulation · {{day, shortDay}} · {{view}} · {{moment}}",
    moments: "Simulation · {{day, day}} · {{view}}",
    bare: "Simulation",
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
