/* One small picture and its fingerprint, for every machine that can run the core: Node and the browser must agree to the last byte. */
import { averageHead } from "../../../src/core/head/scale.ts";
import { maleVault } from "../../../src/core/head/vault.ts";
import { bareOutline, plainView } from "../../../src/core/head/view.ts";
import { pixelBuffer } from "../../../src/core/photo/pixel-buffer.ts";
import type { Consultation } from "../../../src/core/plan/consultation.ts";
import { usualPlan } from "../../../src/core/plan/consultation.ts";

export function knownPhoto() {
  const photo = pixelBuffer(450, 600);
  for (let i = 0; i < photo.data.length; i++) photo.data[i] = i % 4 === 3 ? 255 : 60 + ((i * 31 + (i >> 9)) % 170);
  return photo;
}

export const knownConsultation: Consultation = {
  seed: 5,
  vault: { ...maleVault, halfBreadth: 79 },
  scale: averageHead,
  plan: { ...usualPlan(), density: 90 },
  view: {
    ...plainView(
      "front",
      { width: 450, height: 600, focal: 1200 },
      { yaw: 14, pitch: -35, roll: 3, x: 4, y: 10, z: 820 },
      "known",
    ),
    outline: bareOutline.map((k, i) => k + ((i * 7) % 5) * 0.004),
  },
  moment: "healed",
  fades: false,
  others: [],
};

/** FNV-1a over bytes. */
export const fingerprint = (bytes: Uint8ClampedArray): number =>
  bytes.reduce((hash, byte) => Math.imul(hash ^ byte, 0x01000193) >>> 0, 0x811c9dc5);

export const KNOWN = { dots: 16_918, fingerprint: 3_123_568_139 };
