/* The demo head as the reading of skin meets it: its photos in the
   light of any lamp, and the colour that its skin was made of. */
import { viewOf } from "../../src/core/plan/scene.ts";
import { demoScene } from "../../src/cli/render.ts";
import { CODE, type Light, toLight } from "../../src/core/colour/linear.ts";
import { type Surface, surfaceOf } from "../../src/core/head/surface.ts";
import { type PixelBuffer, pixelBuffer } from "../../src/core/photo/pixel-buffer.ts";
import { halved } from "../../src/core/photo/pyramid.ts";
import { scalpPoints } from "../demo/points.ts";
import { SKIN } from "../demo/shape.ts";
import { skinColour } from "../demo/skin.ts";

export const names = ["front", "three-quarter", "left", "right", "top", "back"] as const;

export type DemoView = { readonly pixels: PixelBuffer; readonly surface: Surface };
/** Every picture is read at half its size. */
export const SHRINK = 2;

export async function demoView(name: string): Promise<DemoView> {
  const { pixels, scene } = await demoScene(name, "tests/first-demo");
  return { pixels: halved(pixels), surface: surfaceOf(scene.document.vault, viewOf(scene)) };
}

/** What the renderer painted the scalp with: the median, channel by channel, over points spread evenly on it. */
export function scalpAlbedo(): Light {
  const out = new Float64Array(3);
  const colours = scalpPoints(600).map(({ mm }) => {
    skinColour(...mm, SKIN, out);
    return [...out];
  });
  const median = (channel: number): number => {
    const sorted = colours.map((colour) => colour[channel]).toSorted((a, b) => a - b);
    return sorted[sorted.length >> 1];
  };
  return [median(0), median(1), median(2)];
}

/**
 * Light of a black body against D65's, green 1; 1667 to 25000 K (Kim and others' cubics for its chromaticity, 2002).
 */
export function lamp(kelvin: number): Light {
  const black = blackBody(kelvin);
  const daylight = blackBody(6504);
  return [black[0] / daylight[0], 1, black[2] / daylight[2]];
}

function blackBody(kelvin: number): Light {
  const t = 1000 / kelvin;
  const x =
    kelvin < 4000
      ? -0.2661239 * t ** 3 - 0.2343589 * t ** 2 + 0.8776956 * t + 0.17991
      : -3.0258469 * t ** 3 + 2.1070379 * t ** 2 + 0.2226347 * t + 0.24039;
  const y =
    kelvin < 4000
      ? -0.9549476 * x ** 3 - 1.37418593 * x ** 2 + 2.09137015 * x - 0.16748867
      : 3.081758 * x ** 3 - 5.8733867 * x ** 2 + 3.75112997 * x - 0.37001483;
  const [X, Z] = [x / y, (1 - x - y) / y];
  const green = -0.9692436 * X + 1.8759675 + 0.0415551 * Z;
  return [(3.2409699 * X - 1.5373832 - 0.4986108 * Z) / green, 1, (0.0556301 * X - 0.203977 + 1.0569715 * Z) / green];
}

/**
 * The photo with its light multiplied. "kept": exposed so that no channel gains; "burnt": so that white keeps its
 * luminance, and what then passes the end of a channel is cut off there, as in a camera.
 */
export function inLight({ width, height, data }: PixelBuffer, light: Light, exposed: "kept" | "burnt"): PixelBuffer {
  const white = exposed === "kept" ? Math.max(...light) : 0.2126 * light[0] + 0.7152 * light[1] + 0.0722 * light[2];
  const codes = light.map((k) =>
    Uint8Array.from(
      { length: 256 },
      (_, v) => CODE[Math.min(65535, Math.round((65535 * toLight(v / 255) * k) / white))],
    ),
  );
  const out = data.slice();
  for (let i = 0; i < out.length; i += 4) for (let c = 0; c < 3; c++) out[i + c] = codes[c][out[i + c]];
  return pixelBuffer(width, height, out);
}
