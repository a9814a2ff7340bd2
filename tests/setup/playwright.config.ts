/* End-to-end tests: the production build, served as a visitor gets it, in a real Chromium. It has its own port and
   folder, so it never meets a running `npm start`. */
import path from "node:path";
import process from "node:process";
import { defineConfig, devices } from "@playwright/test";
import { fakeCamera, launchOptions } from "./browser.mjs";

const found = launchOptions();
const top = path.resolve(import.meta.dirname, "../..");
const cache = path.join(top, "node_modules/.cache");
const port = Number(process.env.E2E_PORT ?? 4987);
const dist = `node_modules/.cache/e2e-dist${port === 4987 ? "" : `-${port}`}`;
const vite = `"${process.execPath}" node_modules/vite/bin/vite.js`;

export default defineConfig({
  testDir: path.join(top, "tests/e2e"),
  outputDir: path.join(cache, "playwright"),
  forbidOnly: Boolean(process.env.CI),
  fullyParallel: true,
  // One at a time: two at once starve a small machine, and each would keep pages of its own.
  workers: 1,
  timeout: 90_000,
  expect: { timeout: 20_000 },
  reporter: [["list"], ["json", { outputFile: path.join(cache, "reports/playwright.json") }]],
  use: {
    baseURL: `http://127.0.0.1:${port}/`,
    locale: "en-GB",
    timezoneId: "Europe/London",
    // No test waits for something to glide to its place.
    contextOptions: { reducedMotion: "reduce" },
    // A trace makes every test half as long again; `npm run e2e -- --trace on` brings it back where it is needed.
    trace: "off",
    screenshot: "only-on-failure",
    launchOptions: { ...found, args: [...(found.args ?? []), ...fakeCamera()] },
  },
  projects: [{ name: "chromium", use: { ...devices["Desktop Chrome"], viewport: { width: 1280, height: 800 } } }],
  webServer: {
    command: `${vite} build --logLevel warn --outDir ${dist} --emptyOutDir && ${vite} preview --outDir ${dist} --port ${port} --strictPort`,
    cwd: top,
    port,
    reuseExistingServer: false,
    timeout: 120_000,
  },
});
