/* The face worker: loads the landmark library and its models when it
   is started, finds the faces in one small picture, and is done. */

import Human from "@vladmandic/human";
import { answer } from "./bridge/answer.ts";
import type { FaceQuestions } from "./protocol.ts";

const off = { enabled: false };

/** No filter, nothing but faces; `cacheModels` off: the browser keeps the files anyway. */
const settingsFor = (models: string, backend: string): object => ({
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
  segmentation: off,
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
});

/**
 * By compiled arithmetic: no graphics card has a say in where the points lie, and none has to be taught every step of
 * the models first.
 */
async function readerOf(models: string): Promise<Human> {
  const reader = new Human(settingsFor(models, typeof WebAssembly === "object" ? "wasm" : "cpu"));
  await reader.load();
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

answer<FaceQuestions>(self, {
  find: async ({ models, pixels }, { progress }) => {
    const reader = await Promise.race([readerOf(models), lost]);
    progress(0.6);
    const picture = new ImageData(pixels.data, pixels.width, pixels.height);
    const { face, error } = await Promise.race([reader.detect(picture), lost]);
    if (error) throw new Error(error);
    return { answer: face.map(({ mesh }) => mesh.map(([x, y]) => ({ x, y }))) };
  },
});
