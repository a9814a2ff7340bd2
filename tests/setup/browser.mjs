/* Which browser the tests drive: the one that ensure.mjs found and wrote down, else the first installed one. Shared by
   vite.config.ts (Vitest's browser project) and playwright.config.ts. */
import { accessSync, constants, readFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";

/** Where ensure.mjs writes what it found: {"name", "executablePath"?, "args"?}. */
export const note = path.resolve(import.meta.dirname, "../../node_modules/.cache/browser.json");

/**
 * A browser's own two cameras of moving pictures, and its question to the person answered: with yes, or with `no`.
 * Without the answer the headless shell, which has nobody to ask, lends no camera at all (NotSupportedError).
 */
export const fakeCamera = (answer = "yes") => [
  "--use-fake-device-for-media-stream=device-count=2",
  answer === "no" ? "--use-fake-ui-for-media-stream=deny" : "--use-fake-ui-for-media-stream",
];

/** Launch options for Playwright; empty ones mean Playwright's own browser. */
export function launchOptions() {
  const { executablePath, args } = found();
  return { ...(executablePath ? { executablePath } : {}), ...(args ? { args } : {}) };
}

function found() {
  if (process.env.CHROME_PATH) return { executablePath: process.env.CHROME_PATH };
  try {
    const noted = JSON.parse(readFileSync(note, "utf8"));
    if (!noted.executablePath || isProgram(noted.executablePath)) return noted;
  } catch {
    // Nothing noted yet: a run without ensure.mjs.
  }
  return { executablePath: installedBrowsers()[0] };
}

/** The Chromium-like browsers on this machine, the quickest first. */
export function installedBrowsers() {
  return candidates().filter(isProgram);
}

function candidates() {
  const { env, platform } = process;
  if (platform === "darwin") {
    const names = ["Chromium", "Google Chrome", "Microsoft Edge"];
    const folders = ["/Applications", path.join(env.HOME ?? "", "Applications")];
    return folders.flatMap((folder) => names.map((name) => `${folder}/${name}.app/Contents/MacOS/${name}`));
  }
  if (platform === "win32") {
    const folders = [env.PROGRAMFILES, env["PROGRAMFILES(X86)"], env.LOCALAPPDATA].filter(Boolean);
    const programs = ["Chromium\\Application\\chrome.exe", "Google\\Chrome\\Application\\chrome.exe"];
    programs.push("Microsoft\\Edge\\Application\\msedge.exe");
    return folders.flatMap((folder) => programs.map((program) => path.join(folder, program)));
  }
  const names = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];
  names.push("chrome", "microsoft-edge-stable", "microsoft-edge");
  const folders = [...(env.PATH ?? "").split(":"), "/usr/bin", "/usr/local/bin"];
  return names.flatMap((name) => [...new Set(folders)].filter(Boolean).map((folder) => path.join(folder, name)));
}

function isProgram(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
