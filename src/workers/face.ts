/* The face worker: loads the library and the models that a question needs, answers it about one small picture, and is
   done: where faces are, or which pixels are a person. */

import Human from "@vladmandic/human";
import { answer } from "./bridge/answer.ts";
import type { PixelBuffer } from "../core/photo/pixel-buffer.ts";
import type { FaceQuestions } from "./protocol.ts";

const off = { enabled: false };

/** No filter, nothing but what is said; `cacheModels` off: the browser keeps the files anyway. */
const settingsFor = (models: string, backend: string, asked: object): object => ({
  backend,
  modelBasePath: models,
  wasmPath: models,
  cacheModels: false,
  validateModels: false,
  debug: false,
  filter: off,
  gesture: off,
  body: off,
  hand: off,
  object: off,
  face: off,
  segmentation: off,
  ...asked,
});

const faces = {
  face: {
    enabled: true,
    detector: { modelPath: "blazeface.json", maxDetected: 6, rotation: true, return: false },
    mesh: { enabled: true, modelPath: "facemesh.json" },
    iris: { enabled: true, modelPath: "iris.json" },
    attention: off,
    emotion: off,
    description: off,
    antispoof: off,
    liveness: off,
  },
};

const person = { segmentation: { enabled: true, modelPath: "selfie.json", mode: "alpha", ratio: 0.5 } };

/**
 * By compiled arithmetic: no graphics card has a say in where the points lie, and none has to be taught every step of
 * the models first.
 */
async function readerOf(models: string, asked: object): Promise<Human> {
  const reader = new Human(settingsFor(models, typeof WebAssembly === "object" ? "wasm" : "cpu", asked));
  await reader.load();
  for (const [name, model] of Object.entries(reader.models.models)) {
    if (!model?.executor) throw new Error(`the model ${name} is not there`);
  }
  return reader;
}

/** The library lets some of its own failures go by, such as a model that does not load. */
const lost = new Promise<never>((_, reject) => {
  self.onunhandledrejection = (event) => {
    event.preventDefault();
    reject(new Error(String(event.reason)));
  };
});
lost.catch(() => {});

/** The share done when library and models are there. */
const LOADED = 0.6;

const pictureOf = ({ data, width, height }: PixelBuffer): ImageData => new ImageData(data, width, height);

answer<FaceQuestions>(self, {
  find: async ({ models, pixels }, { progress }) => {
    const reader = await Promise.race([readerOf(models, faces), lost]);
    progress(LOADED);
    const { face, error } = await Promise.race([reader.detect(pictureOf(pixels)), lost]);
    if (error) throw new Error(error);
    return { answer: face.map(({ mesh }) => mesh.map(([x, y]) => ({ x, y }))) };
  },
  person: async ({ models, pixels }, { progress }) => {
    const reader = await Promise.race([readerOf(models, person), lost]);
    progress(LOADED);
    const alpha = await Promise.race([reader.segmentation(pictureOf(pixels)), lost]);
    if (!alpha) throw new Error("the network of the silhouette did not run");
    const answer = Uint8Array.from(await Promise.race([alpha.data(), lost]));
    alpha.dispose();
    return { answer, transfer: [answer.buffer] };
  },
});
