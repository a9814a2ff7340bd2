/* The face worker: loads the landmark library and its models when it is started, finds the faces in one small picture, and is done. */

import Human from "@vladmandic/human";
import type { FaceCall, FaceReply } from "./protocol.ts";

const off = { enabled: false };

/** No filter, nothing but faces; `cacheModels` off: the browser keeps the files anyway. */
const settingsFor = (models: string, backend: string): object => ({
  backend,
  modelBasePath: models,
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

/** On the graphics card's interface where there is one, else in plain arithmetic, which is slower. */
async function readerOf(models: string): Promise<Human> {
  const drawing = new OffscreenCanvas(1, 1).getContext("webgl2") !== null;
  const reader = new Human(settingsFor(models, drawing ? "humangl" : "cpu"));
  await reader.load();
  return reader;
}

function tell(reply: FaceReply): void {
  self.postMessage(reply);
}

// The library lets some of its own failures go by, such as a model that does not load.
self.onunhandledrejection = (event) => {
  event.preventDefault();
  tell({ failure: String(event.reason) });
};

self.onmessage = async ({ data: { models, pixels } }: MessageEvent<FaceCall>) => {
  try {
    const reader = await readerOf(models);
    tell({ share: 0.6 });
    const { face, error } = await reader.detect(new ImageData(pixels.data, pixels.width, pixels.height));
    if (error) return tell({ failure: error });
    tell({ faces: face.map(({ mesh }) => mesh.map(([x, y]) => ({ x, y }))) });
  } catch (reason) {
    tell({ failure: reason instanceof Error ? reason.message : String(reason) });
  }
};
