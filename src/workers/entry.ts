/* The picture worker: what it answers, and by whom. Only an export goes on while others are answered. */

import { createSceneDrawer } from "./answers/draw-scene.ts";
import { createOpenPhotos } from "./answers/open-photos.ts";
import { face, fit, sides, silhouette, skin, stubble, trace } from "./answers/read-head.ts";
import { answer } from "./bridge/answer.ts";
import { inTurns } from "./bridge/in-turns.ts";
import type { PictureQuestions } from "./protocol.ts";

const photos = createOpenPhotos();
const drawer = createSceneDrawer(photos);

answer<PictureQuestions>(self, {
  open: (ask) => ({ answer: photos.open(ask) }),
  keep: (ask) => {
    photos.keep(ask.photos);
    return { answer: null };
  },
  fit: (ask) => ({ answer: fit(photos, ask) }),
  silhouette: (ask) => ({ answer: silhouette(photos, ask) }),
  trace: (ask) => ({ answer: trace(photos, ask) }),
  face: (ask) => ({ answer: face(photos, ask) }),
  skin: (ask) => ({ answer: skin(photos, ask) }),
  sides: (ask) => ({ answer: sides(photos, ask) }),
  stubble: (ask) => ({ answer: stubble(photos, ask) }),
  small: ({ photo, side }) => {
    const { pixels, shrink } = photos.small(photo, side);
    const data = pixels.data.slice();
    return { answer: { pixels: { ...pixels, data }, shrink }, transfer: [data.buffer] };
  },
  draw: (ask) => {
    const drawn = drawer.draw(ask);
    return { answer: drawn, transfer: drawn.patch ? [drawn.patch.bitmap] : [] };
  },
  thumbnail: (ask) => {
    const bitmap = drawer.thumbnail(ask);
    return { answer: bitmap, transfer: bitmap ? [bitmap] : [] };
  },
  hair: (ask) => ({ answer: drawer.hair(ask) }),
  fringe: (ask) => ({ answer: drawer.fringe(ask) }),
  measure: (ask) => ({ answer: drawer.measure(ask) }),
  export: async (ask, task) => {
    const picture = await inTurns(drawer.export(ask), task);
    return { answer: picture, transfer: [picture.pixels.data.buffer] };
  },
});
