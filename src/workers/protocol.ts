/* What the screen and the picture worker say to each other: from a question's name to what is asked and what is
   answered. The worker keeps the photos' pixels and the follicles; the screen keeps the scene and sends it whole: it is
   small. */

import type { HairSeen } from "../core/picture/hair-seen.ts";
import type { Frame } from "../core/picture/frame-sheets.ts";
import type { Measure } from "../core/picture/measure.ts";
import type { Caption } from "../core/photo/caption.ts";
import type { PixelBuffer } from "../core/photo/pixel-buffer.ts";
import type { Scene } from "../core/plan/scene.ts";
import type { Face } from "../core/reading/face.ts";
import type { FaceDoubt } from "../core/reading/face-doubt.ts";
import type { Fringe } from "../core/reading/fringe.ts";
import type { Mask } from "../core/reading/silhouette.ts";
import type { SidesReading } from "../core/reading/shaved-sides.ts";
import type { SkinReading } from "../core/reading/skin.ts";
import type { StubbleReading } from "../core/reading/stubble.ts";
import type { CardFault } from "../core/reading/white-balance.ts";
import type { Growth } from "../core/head/growth.ts";
import type { Vault } from "../core/head/vault.ts";
import type { Aspect, PhotoId, View } from "../core/head/view.ts";
import type { Millimetres, Pixels } from "../core/units.ts";

/** The head in one photo. `lens`: 35 mm equivalent, null where the photo does not say. */
export type HeadInPhoto = { readonly vault: Vault; readonly view: View };
type Lens = { readonly lens: Millimetres | null };

/** A fit, and the skin that is scalp by it. */
export type Fit = { readonly view: View; readonly skin: SkinReading | null };

/** A picture of a frame, or the part of it that differs from the one that is there already. */
export type Drawn = {
  readonly frame: Frame;
  /** Where the bitmap lies in the frame; null, without a bitmap, where nothing differs. */
  readonly patch: { readonly bitmap: ImageBitmap; readonly left: number; readonly top: number } | null;
  /** The patch is the whole frame: nothing of what was there counts. */
  readonly whole: boolean;
  /** Tells this picture from all others. */
  readonly serial: number;
  readonly dots: number;
  /**
   * False while follicles are still growing, or what could not be seen was left: asked again, it is as it should be.
   */
  readonly complete: boolean;
  /** False where the hair is not known as the head lies now: to be asked again when all is still. */
  readonly settled: boolean;
};

export type PictureQuestions = {
  /** Gives how many halves there are, and how soft the photo is. */
  open: [
    { readonly photo: PhotoId; readonly pixels: PixelBuffer },
    { readonly levels: number; readonly softness: Pixels },
  ];
  /** Forget photos: all but these. */
  keep: [{ readonly photos: readonly PhotoId[] }, null];
  /** Guess the head's place in the photo. */
  fit: [HeadInPhoto & Lens & { readonly aspect: Aspect }, Fit & { readonly found: boolean }];
  /**
   * The head in the person's silhouette, which is remembered for later fits of the photo; null where it shows none.
   * `faces`: how likely the side is one that shows a face, 0..1. `others`: more heads are seen.
   */
  silhouette: [
    HeadInPhoto & Lens & { readonly mask: Mask },
    (Fit & { readonly sure: boolean; readonly faces: number; readonly others: boolean }) | null,
  ];
  /** Trace the skull's edge near the model's outline. */
  trace: [HeadInPhoto, Fit];
  /** The head that a face belongs to; `face` in pixels of the photo. */
  face: [HeadInPhoto & Lens & { readonly face: Face }, Fit & { readonly doubt: FaceDoubt | null }];
  /** The skin, where the view says, in the light that it says; and why a card that was touched does not tell it. */
  skin: [HeadInPhoto, { readonly skin: SkinReading | null; readonly cardFault: CardFault | null }];
  /** The client's own stubble beside bare skin. */
  sides: [HeadInPhoto, { readonly sides: SidesReading | null }];
  /** Which way stubble lies on the sides. */
  stubble: [HeadInPhoto & { readonly growth: Growth }, StubbleReading | null];
  /** The photo small, at most so many pixels a side, and how many times smaller. */
  small: [
    { readonly photo: PhotoId; readonly side: number },
    { readonly pixels: PixelBuffer; readonly shrink: number },
  ];
  /** Compose one frame; dots false gives the photo alone. `have`: the serial of the picture that is there already. */
  draw: [
    {
      readonly scene: Scene;
      readonly frame: Frame;
      readonly dots: boolean;
      readonly have: number | null;
      /** Nothing has changed for a while: there is time to read what takes long. */
      readonly still: boolean;
    },
    Drawn,
  ];
  /** One frame beside the picture that is looked at, which stays ready. Null while follicles are still growing. */
  thumbnail: [{ readonly scene: Scene; readonly frame: Frame }, ImageBitmap | null];
  /** The hair in the photo that is looked at; null where none is told from skin. */
  hair: [{ readonly scene: Scene }, HairSeen | null];
  /** Where hair begins behind a bald top, by all photos that are open; null where they show no seam. */
  fringe: [{ readonly scene: Scene }, Fringe | null];
  /** What the plan comes to on the whole head. Null while follicles are still growing. */
  measure: [{ readonly scene: Scene }, Measure | null];
  /** The whole photo with its caption below it, for a file. Tells how far it is; can be given up. */
  export: [
    { readonly scene: Scene; readonly caption: Caption },
    { readonly pixels: PixelBuffer; readonly dots: number },
  ];
};

export type Ask<K extends keyof PictureQuestions = keyof PictureQuestions> = PictureQuestions[K][0];
export type Answer<K extends keyof PictureQuestions = keyof PictureQuestions> = PictureQuestions[K][1];

/** What the face worker is asked. It tells how far it is as soon as all that it fetches is there, and not before. */
export type FaceQuestions = {
  /** The faces in a picture, in its pixels. `models`: the folder of the models, a whole address. */
  find: [{ readonly models: string; readonly pixels: PixelBuffer }, readonly Face[]];
  /** How much of a person each pixel of a picture is, 0..255, row by row. */
  person: [{ readonly models: string; readonly pixels: PixelBuffer }, Uint8Array<ArrayBuffer>];
};
