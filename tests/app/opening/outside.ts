/* All that the app waits for when photos are opened, in the test's hands: files that are read, workers that answer.
   Nothing comes to its end before the test says so, and how. */
import type { Face } from "../../../src/core/reading/face.ts";
import type { FaceDoubt } from "../../../src/core/reading/face-doubt.ts";
import type { PhotoId, View } from "../../../src/core/head/view.ts";
import type { PixelBuffer } from "../../../src/core/photo/pixel-buffer.ts";
import type { Intake } from "../../../src/app/services.ts";
import { err, ok } from "../../../src/core/result.ts";
import { WorkerGone } from "../../../src/workers/bridge/worker-gone.ts";
import type { PictureHost } from "../../../src/workers/host.ts";
import type { Answer, Ask, PictureQuestions } from "../../../src/workers/protocol.ts";

/** How something that is waited for ends: well, with an error, or with the end of its worker. */
export type Outcome = "well" | "fails" | "dies";

type Pending = {
  /** Of one worker: they are answered in turn. Null: in any order. */
  readonly worker: object | null;
  readonly end: (outcome: Outcome) => void;
};

/** Which photo a file holds, and what is wrong with it: the names are `LETTER-NUMBER.jpg`; in `g` there is no head. */
export const contents = "abcdefghXYZ".split("");
const isBroken = (letter: string): boolean => letter === "X";
/** Two of these leave no room for a third. */
const isLarge = (letter: string): boolean => letter === "Y" || letter === "Z" || letter === "h";
const letterOf = ({ name }: { readonly name: string }): string => name[0];
export const idOf = (letter: string): PhotoId => `sha256:${letter.charCodeAt(0).toString(16).padStart(64, "0")}`;
export const sideOf = (letter: string): number => (isLarge(letter) ? 6500 : 1000);
const sideOfPhoto = (photo: PhotoId): number => sideOf(String.fromCharCode(Number.parseInt(photo.slice(-2), 16)));

const pixelsOf = (side: number): PixelBuffer => ({ width: side, height: side, data: new Uint8ClampedArray(4) });

/** A face somewhere, as broad for its height as faces are; where else its points lie matters to nobody here. */
const face: Face = Array.from({ length: 478 }, (_, i) => ({ x: 300 + (i % 20) * 9, y: 300 + i }))
  .with(454, {
    x: 484,
    y: 400,
  })
  .with(234, { x: 300, y: 400 })
  .with(10, { x: 392, y: 300 })
  .with(152, { x: 392, y: 519 });

/** The view as if the worker had found something: never what it was. */
function found(view: View, fittedBy: View["fittedBy"], times: number): View {
  const pupils = (63 * view.camera.focal) / view.pose.z;
  const pose = { ...view.pose, x: view.pose.x + times };
  return { ...view, fittedBy, pose, patch: null, eyes: fittedBy === "face" ? { pupils, iris: pupils / 5.3 } : null };
}

export function createOutside() {
  let pending: readonly Pending[] = [];
  let asked = 0;
  /** The faces that all photos show; null where that is as it comes. */
  let seen: readonly Face[] | null = null;
  let larger = 1;
  let doubts: (one: Face) => FaceDoubt | null = () => null;

  /** Waits until the test says how it ends, or until it is given up. */
  function wait<T>(worker: object | null, signal: AbortSignal | undefined, make: () => T): Promise<T> {
    return new Promise((resolve, reject) => {
      const over = (): void => {
        pending = pending.filter((other) => other !== mine);
        signal?.removeEventListener("abort", abort);
      };
      const abort = (): void => {
        over();
        reject(signal?.reason as Error);
      };
      const mine: Pending = {
        worker,
        end(outcome) {
          over();
          if (outcome === "fails") return reject(new RangeError("out of memory"));
          if (outcome === "dies") return reject(new WorkerGone("died"));
          try {
            resolve(make());
          } catch (reason) {
            reject(reason);
          }
        },
      };
      if (signal?.aborted) return reject(signal.reason as Error);
      signal?.addEventListener("abort", abort);
      pending = [...pending, mine];
    });
  }

  function answerTo(name: keyof PictureQuestions, question: unknown): unknown {
    asked += 1;
    switch (name) {
      case "fit": {
        const { view, aspect } = question as Ask<"fit">;
        return { view: { ...found(view, "guess", asked), aspect }, skin: null, found: true } satisfies Answer<"fit">;
      }
      case "trace": {
        const { view } = question as Ask<"trace">;
        return { view: found(view, view.fittedBy, asked), skin: null } satisfies Answer<"trace">;
      }
      case "silhouette": {
        const { view } = question as Ask<"silhouette">;
        if (view.photo === idOf("g")) return null;
        const told = { sure: asked % 2 === 0, faces: seen === null && asked % 7 === 0 ? 0 : 0.9, others: false };
        return { view: found(view, "guess", asked), skin: null, ...told } satisfies Answer<"silhouette">;
      }
      case "face": {
        const { view, face } = question as Ask<"face">;
        const placed = found(view, "face", asked);
        const pose = { ...placed.pose, z: placed.pose.z / larger };
        return { view: { ...placed, pose }, doubt: doubts(face), skin: null } satisfies Answer<"face">;
      }
      case "small":
        return { pixels: pixelsOf(8), shrink: 4 } satisfies Answer<"small">;
      case "open":
      case "draw":
      case "thumbnail":
      case "export":
      case "measure":
      case "skin":
      case "sides":
      case "stubble":
      case "hair":
      case "fringe":
      case "keep":
        return null;
    }
  }

  /** A picture worker that holds photos by name. */
  function startHost() {
    const holds = new Set<PhotoId>();
    const gone = new AbortController();
    const within = (signal?: AbortSignal): AbortSignal =>
      signal ? AbortSignal.any([signal, gone.signal]) : gone.signal;
    const needs = (question: object): void => {
      const photo =
        "photo" in question ? (question.photo as PhotoId) : "view" in question ? (question.view as View).photo : null;
      if (photo !== null && !holds.has(photo)) throw new RangeError(`photo ${photo} is not open`);
    };
    const host: PictureHost & { readonly holds: ReadonlySet<PhotoId> } = {
      holds,
      open: ({ photo }) =>
        wait(holds, gone.signal, () => {
          holds.add(photo);
          return { levels: 3, softness: 0.5 };
        }),
      ask: <K extends Exclude<keyof PictureQuestions, "open">>(
        name: K,
        question: Ask<K>,
        asking?: { signal?: AbortSignal },
      ) => {
        if (name !== "keep") {
          return wait(holds, within(asking?.signal), () => {
            needs(question);
            return answerTo(name, question) as Answer<K>;
          });
        }
        const { photos } = question as Ask<"keep">;
        const forget = (): void => {
          for (const photo of holds) if (!photos.includes(photo)) holds.delete(photo);
        };
        // A worker that dies of it comes back with those alone.
        return wait(holds, gone.signal, () => answerTo(name, question) as Answer<K>).finally(forget);
      },
      draw: () => Promise.resolve(null),
      close: () => gone.abort(new WorkerGone("closed")),
    };
    return host;
  }

  const intake: Intake = {
    openPhoto: (file, asking) =>
      wait(null, asking?.signal, () => {
        const letter = letterOf(file as File);
        if (isBroken(letter)) return err({ kind: "damaged" });
        const { name } = file as File;
        const pixels = pixelsOf(sideOf(letter));
        return ok({ id: idOf(letter), crcName: `crc32:0000000${letter}`, name, pixels, focal35mm: null, noisy: false });
      }),
    classify: async (file) =>
      file.name.endsWith(".json") ? { kind: "plan", text: await file.text() } : { kind: "photo", file },
    readPerson: (_, signal) => wait(null, signal, () => ({ width: 8, height: 8, data: new Uint8Array(64) })),
    readFaces: (_, signal) => wait(null, signal, () => seen ?? (asked % 3 === 0 ? [] : [face])),
  };

  return {
    intake,
    startHost,
    sideOfPhoto,
    /**
     * From now on every photo shows a face at each of these places, px, and there is that doubt about it; its head is
     * so many times as large as it was placed.
     */
    seeFaces(at: readonly number[], doubt: typeof doubts = () => null, times = 1): void {
      larger = times;
      seen = at.map((left) => face.map(({ x, y }) => ({ x: x + left, y })));
      doubts = doubt;
    },
    /** How much is waited for. */
    waiting: (): number => pending.length,
    /** Ends one of what is waited for; false where nothing is. */
    end(which: number, outcome: Outcome): boolean {
      const due = pending.filter(
        ({ worker }, i) => worker === null || pending.findIndex((other) => other.worker === worker) === i,
      );
      due[which % due.length]?.end(outcome);
      return due.length > 0;
    },
  };
}
