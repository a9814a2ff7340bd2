/* What stands under a saved picture: that it is a simulation, the day it was saved, the view and the moment. */

import type { View } from "../core/head/view.ts";
import type { Caption } from "../core/photo/caption.ts";
import type { Moment } from "../core/pigment/healing.ts";
import { momentName, shortMomentName, shortViewName, viewName } from "./names.ts";
import { words } from "./words.ts";

export const pictureCaption = (view: View, moment: Moment, day: Date): Caption => [
  words("caption.long", { day, view: viewName(view), moment: momentName(moment) }),
  words("caption.short", { day, view: shortViewName(view), moment: shortMomentName(moment) }),
  words("caption.bare"),
];

/** Of a picture of all moments, each of which bears its name. */
export const momentsCaption = (view: View, day: Date): Caption => [
  words("caption.moments", { day, view: viewName(view) }),
  words("caption.bare"),
];
