/* The little of the landmark library that is used here; its own types want those of all that it can do. */

declare module "@vladmandic/human" {
  /**
   * A face: its confidence, its place, and its points in pixels, numbered
   * as MediaPipe does; `mesh` is empty where only the box was found.
   */
  type FaceResult = {
    readonly score: number;
    readonly box: readonly [x: number, y: number, width: number, height: number];
    readonly mesh: readonly (readonly number[])[];
  };
  export default class Human {
    constructor(settings: object);
    load(): Promise<void>;
    /** By name; without `executor` where its file did not come, of which `load` says nothing. */
    readonly models: { readonly models: Readonly<Record<string, { readonly executor?: object | null } | null>> };
    detect(image: ImageData): Promise<{ readonly face: readonly FaceResult[]; readonly error: string | null }>;
    /** How much of a person each pixel is, 0..255, row by row; null where its model cannot run. */
    segmentation(image: ImageData): Promise<{ data(): Promise<ArrayLike<number>>; dispose(): void } | null>;
  }
}
