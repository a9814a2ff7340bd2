/* Vitest's second project: tests/browser, inside a real page (workers, canvas, IndexedDB, components). */
import { playwright } from "@vitest/browser-playwright";
import type { TestProjectInlineConfiguration } from "vitest/config";
import { launchOptions } from "./browser.mjs";

export function browserProject(): TestProjectInlineConfiguration {
  return {
    extends: true,
    // On a fresh clone Vite would find packages test by test, and reload the page under the test that is running. All that
    // the tests reach are ES modules, which need no bundling; one that is not is to be named under `include`.
    optimizeDeps: { noDiscovery: true },
    test: {
      name: "browser",
      include: ["tests/browser/**/*.test.{ts,tsx}"],
      testTimeout: 20_000,
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
