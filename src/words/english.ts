/* The catalogue: every word that a person reads or hears, in English. A key with plural forms stands once for each of
   them (`_one`, `_other`: Intl.PluralRules chooses by `count`); what is put in stands in braces, numbers with the name
   of their format (formats.ts); `<b>` marks the part that a component sets off. */

import { areaPanel } from "./english/area-panel.ts";
import { faults } from "./english/faults.ts";
import { handles } from "./english/handles.ts";
import { keeping } from "./english/keeping.ts";
import { names } from "./english/names.ts";
import { news } from "./english/news.ts";
import { photoPanel } from "./english/photo-panel.ts";
import { print } from "./english/print.ts";
import { screen } from "./english/screen.ts";
import { workPanel } from "./english/work-panel.ts";

export const english = {
  ...names,
  ...screen,
  ...handles,
  ...photoPanel,
  ...areaPanel,
  ...workPanel,
  ...news,
  ...faults,
  ...print,
  ...keeping,
} as const;
