/* A photo that is open, of which nothing has been read yet. */
import { type Photo, nothingRead } from "../../src/store/session.ts";

export const plainPhoto = (id: string, name: string, width: number, height: number): Photo => ({
  id,
  crcName: id,
  name,
  width,
  height,
  lens: null,
  levels: 1,
  softness: 0.5,
  ...nothingRead,
});
