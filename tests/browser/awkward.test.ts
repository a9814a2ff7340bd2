/* Files that real users bring and hostile ones, all the way to pixels. They are not part of the project: the tests run
   where the folder lies beside it and the test server may read it, and are reported as skipped where not. */
import { describe, expect, it } from "vitest";
import { openPhoto } from "../../src/intake/open-photo.ts";

const FOLDER = "../../../shared/photos/awkward/";
const addresses = import.meta.glob<string>("../../../shared/photos/awkward/*", {
  query: "?url",
  import: "default",
  eager: true,
});

const REFUSED: Readonly<Record<string, string>> = {
  "65536-uint32-limit.png": "too-large",
  "8bit_depth.tiff": "foreign",
  "Bad_reallybig.bmp": "foreign",
  "corrupt-header.jpg": "truncated",
  "corrupted.heic": "heic",
  "gen_1x1.png": "too-small",
  "gen_avif.avif": "foreign",
  "gen_bomb_30000x30000_1bit.png": "too-large",
  "gen_header_lies_100000x100000.png": "too-large",
  "gen_text_named.jpg": "not-an-image",
  "gen_zero_byte.jpg": "empty",
  "libheif_example.heic": "heic",
  "p3.png": "too-small",
  "pil_broken_data_stream.png": "truncated",
  "pil_decompression_bomb.gif": "foreign",
  "pil_truncated_end_chunk.png": "truncated",
  "rotating-squares.gif": "foreign",
  "truncated.jpg": "truncated",
};

const OPENED: Readonly<Record<string, string>> = {
  "Channel_digital_image_CMYK_color_no_profile.jpg": "500 × 333",
  "Flag_of_the_Netherlands-16bit.png": "900 × 600",
  "apple_gainmap_new.jpg": "384 × 512, 26 mm",
  "gen_48MP.jpg": "6000 × 8000",
  "gen_alpha.png": "450 × 600",
  "gen_cmyk_noprofile.jpg": "450 × 600",
  "gen_exif_orient6.jpg": "450 × 600",
  "gen_exif_orient6.png": "450 × 600",
  "gen_exif_orient6.webp": "450 × 600",
  "gen_gray.jpg": "450 × 600",
  "gen_png_named.jpg": "450 × 600",
  "gen_progressive.jpg": "450 × 600",
  "gen_webp_lossy.webp": "450 × 600",
  "gps_DSCN0010.jpg": "640 × 480, 112 mm",
  "pil_hopper_orientation_6.webp": "128 × 128",
  "progressive_3.jpg": "650 × 470",
  "rotating-squares.webp": "80 × 80",
};

async function bytesOf(name: string): Promise<Blob | null> {
  const answer = addresses[FOLDER + name] && (await fetch(addresses[FOLDER + name]));
  return answer && answer.ok ? answer.blob() : null;
}

async function outcome(name: string): Promise<string> {
  const file = await bytesOf(name);
  const read = await openPhoto(new File(file ? [file] : [], name));
  if (!read.ok) return read.reason.kind;
  const { pixels, focal35mm } = read.value;
  return `${pixels.width} × ${pixels.height}${focal35mm === null ? "" : `, ${focal35mm} mm`}`;
}

describe.skipIf((await bytesOf("gen_1x1.png")) === null)("the awkward files (skipped without ../shared/photos)", () => {
  it.each(Object.entries(REFUSED))("%s is refused: %s", async (name, reason) => {
    expect(await outcome(name)).toBe(reason);
  });

  it.each(Object.entries(OPENED))("%s opens: %s", async (name, facts) => {
    expect(await outcome(name)).toBe(facts);
  });

  it("the three stored on their side show the same upright head", async () => {
    const means: number[][] = [];
    for (const name of ["gen_exif_orient6.jpg", "gen_exif_orient6.png", "gen_exif_orient6.webp"]) {
      const read = await openPhoto((await bytesOf(name))!);
      means.push(read.ok ? quarterMeans(read.value.pixels) : []);
    }
    for (const other of means.slice(1)) {
      // Levels of 255: what lossy encoding may change in the mean of a quarter.
      other.forEach((mean, i) => expect(Math.abs(mean - means[0][i])).toBeLessThan(3));
    }
    expect(Math.abs(means[0][0] - means[0][3])).toBeGreaterThan(3);
  });
});

/** Mean green of the four quarters: left and right, upper and lower. */
function quarterMeans({ width, height, data }: { width: number; height: number; data: Uint8ClampedArray }): number[] {
  const sums = [0, 0, 0, 0];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      sums[(y * 2 < height ? 0 : 2) + (x * 2 < width ? 0 : 1)] += data[(y * width + x) * 4 + 1];
    }
  }
  return sums.map((sum) => (sum * 4) / (width * height));
}
