/* Runs one TypeScript module under plain Node: `node tests/setup/run.mjs FILE [arguments]`. Vite's own
   transform does the work, so scripts and the command line see exactly what the build sees. */
import path from "node:path";
import process from "node:process";
import { runnerImport } from "vite";

const [file, ...rest] = process.argv.slice(2);
if (!file) {
  console.error("usage: node tests/setup/run.mjs FILE [arguments]");
  process.exit(2);
}
// Vite takes whatever has no mode for development, and would build the app with React's slow twin.
process.env.NODE_ENV ??= "production";
process.argv = [process.argv[0], path.resolve(file), ...rest];
const { module } = await runnerImport(path.resolve(file), { configFile: false, logLevel: "error" });
await module.main?.(rest);
