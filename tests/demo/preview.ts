/* A quick look: `preview.ts VIEW ZOOM SAMPLES RAYS OUT.png [x,y,w,h] [gridStep]`. */
import sharp from "sharp";
import { VIEWS } from "./camera.ts";
import { Field } from "./grid.ts";
import { renderView } from "./view.ts";

export async function main(args: string[]): Promise<void> {
  const [name, zoom, samples, rays, file, crop, step] = args;
  const view = VIEWS.find((v) => v.name === name) ?? VIEWS[0];
  const [x, y, w, h] = (crop ?? `0,0,${view.width},${view.height}`).split(",").map(Number);
  const t0 = Date.now();
  const field = new Field(Number(step ?? 1.5));
  const t1 = Date.now();
  const r = renderView(field, view, { x, y, w, h }, Number(zoom), Number(samples), Number(rays));
  await sharp(r.data, { raw: { width: r.width, height: r.height, channels: 3 } })
    .png()
    .toFile(file);
  console.log(`${name}: grid ${t1 - t0} ms, picture ${Date.now() - t1} ms`);
}
