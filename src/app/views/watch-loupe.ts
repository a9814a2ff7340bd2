/* What lies under the loupe, asked of the worker one picture at a time; of several places the newest. */

import type { Point2 } from "../../core/geometry/vector.ts";
import { photoHere } from "../../store/session.ts";
import type { Services } from "../services.ts";

/**
 * `size`: pixels to a side, of the screen and of the photo. Each new
 * picture is handed over; whoever takes it closes it.
 */
export function watchLoupe({ session, pool }: Services, size: number, show: (picture: ImageBitmap) => void) {
  let wanted: Point2 | null = null;
  let asking = false;
  const end = new AbortController();

  async function ask(): Promise<void> {
    if (asking) return;
    asking = true;
    try {
      while (wanted && !end.signal.aborted) {
        const { x, y } = wanted;
        wanted = null;
        const { scene } = session.store.getState();
        const photo = photoHere(session.store.getState());
        if (!scene || !photo) return;
        const width = Math.min(size, photo.width);
        const height = Math.min(size, photo.height);
        const within = (middle: number, side: number, most: number): number =>
          Math.max(0, Math.min(most - side, Math.round(middle - side / 2)));
        const frame = {
          level: 0,
          left: within(x, width, photo.width),
          top: within(y, height, photo.height),
          width,
          height,
        };
        const picture = await pool.host().ask("thumbnail", { scene, frame });
        if (!picture) continue;
        if (end.signal.aborted) picture.close();
        else show(picture);
      }
    } finally {
      asking = false;
    }
  }

  return {
    /** The loupe lies over this point of the photo. */
    look(at: Point2): void {
      wanted = at;
      // What is wrong with the worker is told where the picture is drawn.
      void ask().catch(() => {});
    },
    stop: (): void => end.abort(),
  };
}
