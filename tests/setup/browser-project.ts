/* Vitest's second project: tests/browser, inside a real page (workers, canvas, IndexedDB, components). */
import { playwright } from "@vitest/browser-playwright";
import type { TestProjectInlineConfiguration } from "vitest/config";
import { launchOptions } from "./browser.mjs";

export function browserProject(): TestProjectInlineConfiguration {
  return {
    extends: true,
    // Found only while a test runs, they would have its page loaded anew.
    optimizeDeps: { include: ["idb", "react", "react-dom", "react-dom/client", "zustand", "zustand/vanilla"] },
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
