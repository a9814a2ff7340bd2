/* The landmark models, taken out of their package when the app is built or served: they are never in the repository,
   and reach the browser only when a face is to be read. */
import { readFileSync } from "node:fs";
import path from "node:path";
import type { Plugin } from "vite";

const FOLDER = "models/face/";
const files = ["blazeface", "facemesh", "iris"].flatMap((name) => [`${name}.json`, `${name}.bin`]);

const packaged = (file: string): Buffer =>
  readFileSync(path.resolve(import.meta.dirname, "../../node_modules/@vladmandic/human/models", file));

export function faceModels(): Plugin {
  return {
    name: "stubble-face-models",
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const file = files.find((name) => request.url?.split("?")[0]?.endsWith(`/${FOLDER}${name}`));
        if (!file) return next();
        response.setHeader("Content-Type", file.endsWith(".json") ? "application/json" : "application/octet-stream");
        response.end(packaged(file));
      });
    },
    generateBundle() {
      for (const file of files) this.emitFile({ type: "asset", fileName: FOLDER + file, source: packaged(file) });
    },
  };
}
