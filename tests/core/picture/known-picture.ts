/* Small pictures and their fingerprints, for every machine that can run the core: Node and the browsers must agree to
   the last byte. The first is as the first plans have it, whose pictures never change; the second is in the photo's own
   light and as soft as it. */
import { averageHead } from "../../../src/core/head/scale.ts";
import { maleVault } from "../../../src/core/head/vault.ts";
import { bareOutline, plainView } from "../../../src/core/head/view.ts";
import { pixelBuffer } from "../../../src/core/photo/pixel-buffer.ts";
import { usualDot } from "../../../src/core/pigment/dot.ts";
import { renderPicture } from "../../../src/core/picture/picture.ts";
import type { Document } from "../../../src/core/plan/document.ts";
import { usualPlan } from "../../../src/core/plan/plan.ts";
import { sceneOf } from "../../../src/core/plan/scene.ts";

function knownPhoto() {
  const photo = pixelBuffer(450, 600);
  for (let i = 0; i < photo.data.length; i++) photo.data[i] = i % 4 === 3 ? 255 : 60 + ((i * 31 + (i >> 9)) % 170);
  return photo;
}

const first: Document = {
  seed: 5,
  vault: { ...maleVault, halfBreadth: 79 },
  scale: averageHead,
  growth: null,
  plans: [
    {
      ...usualPlan(),
      hairline: { ...usualPlan().hairline, finish: null },
      density: 90,
      dot: { ...usualDot, diameter: 0.38 },
      edition: 1,
    },
  ],
  hair: null,
  matteSkin: true,
  views: [
    {
      ...plainView(
        "front",
        { width: 450, height: 600, focal: 1200 },
        { yaw: 14, pitch: -35, roll: 3, x: 4, y: 10, z: 820 },
        "known",
      ),
      outline: bareOutline.map((k, i) => k + ((i * 7) % 5) * 0.004),
      hair: null,
      softness: 0.5,
    },
  ],
};

/** FNV-1a over bytes. */
export const fingerprint = (bytes: Uint8ClampedArray): number =>
  bytes.reduce((hash, byte) => Math.imul(hash ^ byte, 0x01000193) >>> 0, 0x811c9dc5);

const second: Document = {
  ...first,
  plans: [{ ...first.plans[0], edition: 2 }],
  matteSkin: false,
  views: [{ ...first.views[0], softness: 1.3 }],
};

/** What each comes to when it is painted here. */
export const paintedHere = (): { readonly dots: number; readonly fingerprint: number }[] =>
  [first, second].map((document) => {
    const { picture, dots } = renderPicture(knownPhoto(), sceneOf(document));
    return { dots, fingerprint: fingerprint(picture.data) };
  });

export const KNOWN = [
  { dots: 16_660, fingerprint: 2_002_657_099 },
  { dots: 16_660, fingerprint: 2_340_069_829 },
];
