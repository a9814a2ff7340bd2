/* Vitest's second project: tests/browser, inside a real page (workers, canvas, IndexedDB, components). */
import { playwright } from "@vitest/browser-playwright";
import type { TestProjectInlineConfiguration } from "vitest/config";
import { launchOptions } from "./browser.mjs";

export function browserProject(): TestProjectInlineConfiguration {
  return {
    extends: true,
    // On a fresh clone Vite would find packages test by test, and reload the page under the test that is running. What
    // is no ES module needs bundling, and is named here.
    optimizeDeps: { noDiscovery: true, include: ["react", "react/jsx-dev-runtime", "react-dom", "react-dom/client"] },
    test: {
      name: "browser",
      include: ["tests/browser/**/*.test.{ts,tsx}"],
      browser: {
        enabled: true,
        headless: true,
        screenshotFailures: false,
        provider: playwright({ launchOptions: launchOptions() }),
        instances: [{ browser: "chromium" }],
      },
    },
  };
}
