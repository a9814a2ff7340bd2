/* A photo that is open, of which nothing has been read yet. */
import type { Photo } from "../../src/store/session.ts";

export const plainPhoto = (id: string, name: string, width: number, height: number): Photo => ({
  id,
  crcName: id,
  name,
  width,
  height,
  lens: null,
  levels: 1,
  softness: 0.5,
  skin: null,
  cardFault: null,
  sides: null,
  hair: null,
  faces: [],
  face: 0,
  outlined: false,
  others: false,
  proportion: null,
  planned: false,
});
