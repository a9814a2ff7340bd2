/* How the app is built and served, and how Vitest runs its tests. Everything else is in tests/setup. */
import process from "node:process";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { contentPolicy } from "./tests/setup/content-policy.ts";
import { faceModels } from "./tests/setup/face-models.ts";
import { pageWords } from "./tests/setup/page-words.ts";

// The app's own build and server need no test browser, so this is not even loaded for them.
const browserProject = process.env.VITEST ? [(await import("./tests/setup/browser-project.ts")).browserProject()] : [];

/** Milliseconds. */
const PATIENCE = 300_000;

export default defineConfig({
  // Relative addresses: the app may be put into any folder of any host.
  base: "./",
  cacheDir: "node_modules/.cache/vite",
  plugins: [react(), contentPolicy(), faceModels(), pageWords()],
  worker: { format: "es" },
  build: {
    target: "es2022",
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: "react", test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/, priority: 2 },
            { name: "stage", test: /node_modules[\\/](konva|react-konva|react-reconciler|its-fine)[\\/]/, priority: 2 },
            { name: "controls", test: /node_modules[\\/](@base-ui|@floating-ui)[\\/]/, priority: 1 },
          ],
        },
      },
    },
  },
  // The number, not the name: `localhost` may come to mean only one of two addresses.
  server: { host: "127.0.0.1", open: false },
  preview: { host: "127.0.0.1", open: false },
  test: {
    attachmentsDir: "node_modules/.cache/vitest-attachments",
    coverage: { reportsDirectory: "node_modules/.cache/coverage", include: ["src/**"] },
    // Every core works: by itself Vitest leaves one of two idle.
    maxWorkers: "100%",
    // For what hangs only: beside the end-to-end tests these run when nothing else would (tests/setup/steps.mjs).
    testTimeout: PATIENCE,
    hookTimeout: PATIENCE,
    reporters: ["default", "json"],
    outputFile: { json: "node_modules/.cache/reports/vitest.json" },
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          environment: "node",
          include: ["tests/**/*.test.{ts,tsx}"],
          exclude: ["tests/browser/**", "tests/e2e/**", "tests/core/**", "tests/heads/**"],
        },
      },
      {
        extends: true,
        test: {
          name: "core",
          environment: "node",
          include: ["tests/core/**/*.test.ts", "tests/heads/**/*.test.ts"],
          // Core holds nothing but functions, and its tests put nothing in the place of anything: what one file has
          // loaded and grown serves the next.
          isolate: false,
          server: { deps: { external: [/\/(src\/(core|cli)|tests\/(demo|pictures|heads))\/.*\.ts$/] } },
          execArgv: ["--import", "./tests/setup/native-core.mjs"],
        },
      },
      ...browserProject,
    ],
  },
});
