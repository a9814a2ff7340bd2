/* What the screen and the picture worker say to each other. The worker keeps the photos' pixels and the follicles; the screen keeps the
   consultation and sends it whole: it is small. What is asked with a consultation is asked of the photo that is at hand in it. */

import type { Consultation } from "../core/plan/consultation.ts";
import type { Measure } from "../core/plan/measure.ts";
import type { PixelBuffer } from "../core/photo/pixel-buffer.ts";
import type { Face } from "../core/head/face.ts";
import type { FaceDoubt } from "../core/head/face-doubt.ts";
import type { Aspect, PhotoId, View } from "../core/head/view.ts";
import type { Sides, SkinReading } from "../core/photo/skin.ts";
import type { Millimetres, Pixels } from "../core/units.ts";

/** A part of the photo at 1/2^level of its size: what the screen has room for. Pixels of that level, whole numbers. */
export type Frame = {
  readonly level: number;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
};

export type Ask =
  | { readonly ask: "open"; readonly photo: PhotoId; readonly pixels: PixelBuffer }
  /** Forget photos: all but these. */
  | { readonly ask: "keep"; readonly photos: readonly PhotoId[] }
  /** Guess the head's place in the photo; `lens`: 35 mm equivalent, null where the photo does not say. */
  | {
      readonly ask: "fit";
      readonly consultation: Consultation;
      readonly aspect: Aspect;
      readonly lens: Millimetres | null;
    }
  /** Trace the skull's edge near the model's outline. */
  | { readonly ask: "trace"; readonly consultation: Consultation }
  /** The photo small, at most so many pixels a side, and how many times smaller. */
  | { readonly ask: "small"; readonly photo: PhotoId; readonly side: number }
  /** The head that a face belongs to; `face` in pixels of the photo. */
  | {
      readonly ask: "face";
      readonly consultation: Consultation;
      readonly face: Face;
      readonly lens: Millimetres | null;
    }
  /** Compose one frame; dots false gives the photo alone. */
  | { readonly ask: "draw"; readonly consultation: Consultation; readonly frame: Frame; readonly dots: boolean }
  /** Compose one frame beside the picture that is looked at, which stays ready: for a small picture of another view. */
  | { readonly ask: "glance"; readonly consultation: Consultation; readonly frame: Frame }
  /** The skin of head and sides, where the view says, in the light that it says. */
  | { readonly ask: "skin"; readonly consultation: Consultation }
  /** What the plan comes to on the whole head. */
  | { readonly ask: "measure"; readonly consultation: Consultation }
  /** Compose the whole photo with its caption, for a file. */
  | { readonly ask: "export"; readonly consultation: Consultation };

export type Answers = {
  /** How many halves there are, and how soft the photo is. */
  open: { readonly levels: number; readonly softness: Pixels };
  keep: null;
  fit: { readonly view: View; readonly skin: SkinReading | null; readonly found: boolean };
  trace: { readonly view: View; readonly skin: SkinReading | null };
  small: { readonly pixels: PixelBuffer; readonly shrink: number };
  face: { readonly view: View; readonly doubt: FaceDoubt | null; readonly skin: SkinReading | null };
  /** `complete` is false while follicles are still growing: asked again, there are more. */
  draw: {
    readonly frame: Frame;
    readonly bitmap: ImageBitmap;
    readonly dots: number;
    readonly complete: boolean;
  };
  /** Null while follicles are still growing. */
  glance: ImageBitmap | null;
  measure: Measure | null;
  skin: { readonly skin: SkinReading | null; readonly sides: Sides | null };
  export: { readonly pixels: PixelBuffer; readonly dots: number };
};

export type PictureQuestions = { [K in Ask["ask"]]: [question: Extract<Ask, { ask: K }>, answer: Answers[K]] };

export type FaceQuestions = {
  /** The faces in a picture, in its pixels. `models`: the folder of the models, a whole address. */
  find: [question: { readonly models: string; readonly pixels: PixelBuffer }, answer: readonly Face[]];
};
