/* Finds a browser for the tests, rung by rung: a named one, an installed one, Playwright's own, Debian's package, one
   from npm. Nothing counts as found until it has opened a page. */
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright";
import { fakeCamera, installedBrowsers, note } from "./browser.mjs";

const playwright = "node_modules/playwright/cli.js";

/** {"name", "executablePath"?, "args"?}, written down for browser.mjs; or {"fault"} as a sentence. */
export async function ensureBrowser() {
  const named = process.env.CHROME_PATH;
  if (named) {
    return (await opens({ executablePath: named }))
      ? { name: named }
      : { fault: `CHROME_PATH is no browser that the tests can use: ${named}` };
  }
  const browser =
    (await noted()) ?? (await installed()) ?? (await playwrights()) ?? (await debians()) ?? (await npms());
  if (!browser) {
    return { fault: "No browser for the tests. Install Chrome, Chromium or Edge, or set CHROME_PATH to one." };
  }
  mkdirSync(path.dirname(note), { recursive: true });
  writeFileSync(note, JSON.stringify(browser));
  return browser;
}

async function noted() {
  if (!existsSync(note)) return undefined;
  const browser = JSON.parse(readFileSync(note, "utf8"));
  return (await opens(browser)) ? browser : undefined;
}

async function installed() {
  for (const executablePath of installedBrowsers()) {
    const browser = { name: executablePath, executablePath };
    if (await opens(browser)) return browser;
  }
  return undefined;
}

async function playwrights() {
  const browser = { name: "Playwright's Chromium" };
  if (await opens(browser)) return browser;
  console.log("browser: none installed, asking Playwright's download");
  if (!(await download())) return undefined;
  if (await opens(browser)) return browser;
  // Downloaded, but the system lacks its libraries.
  if (hasApt()) run(process.execPath, [playwright, "install-deps", "chromium"]);
  return (await opens(browser)) ? browser : undefined;
}

/** Playwright retries a closed network for minutes; give up when no byte has come after ten seconds. */
function download() {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [playwright, "install", "--only-shell", "chromium"], {
      stdio: ["ignore", "pipe", "ignore"],
      env: { ...process.env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: "10000" },
    });
    const patience = setTimeout(() => child.kill(), 10_000);
    const limit = setTimeout(() => child.kill(), 300_000);
    child.stdout.on("data", (text) => /\d% of/.test(String(text)) && clearTimeout(patience));
    child.on("close", (code) => {
      clearTimeout(patience);
      clearTimeout(limit);
      resolve(code === 0);
    });
  });
}

async function debians() {
  if (!hasApt()) return undefined;
  console.log("browser: asking the system's packages (apt)");
  run("apt-get", ["update"]);
  for (const name of ["chromium-headless-shell", "chromium"]) {
    if (run("apt-get", ["install", "--yes", "--no-install-recommends", name])) {
      const browser = await installed();
      if (browser) return browser;
    }
  }
  return undefined;
}

/** The one Chromium that comes as an npm package, for Linux on x64; it needs neither root nor apt. */
async function npms() {
  if (process.platform !== "linux" || process.arch !== "x64") return undefined;
  console.log("browser: asking npm for @sparticuz/chromium");
  const folder = path.resolve("node_modules/.cache/npm-chromium");
  const version = Number(process.versions.node.split(".")[0]) < 22 ? "147" : "153";
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, "package.json"), "{}");
  const words = [
    "install",
    "--no-save",
    "--no-package-lock",
    "--no-audit",
    "--no-fund",
    `@sparticuz/chromium@${version}`,
  ];
  if (!run("npm", words, folder)) return undefined;
  const home = path.join(folder, "node_modules/@sparticuz/chromium/build");
  const entry = ["esm/index.js", "index.js"].map((file) => path.join(home, file)).find(existsSync);
  if (!entry) return undefined;
  const { default: packed } = await import(pathToFileURL(entry).href);
  const executablePath = await packed.executablePath();
  const browser = { name: `@sparticuz/chromium ${version}`, executablePath, args: ["--no-sandbox"] };
  return (await opens(browser)) ? browser : undefined;
}

function hasApt() {
  return process.getuid?.() === 0 && run("apt-get", ["--version"]);
}

function run(program, words, cwd = process.cwd()) {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  return spawnSync(program, words, { cwd, env, stdio: "ignore", timeout: 600_000 }).status === 0;
}

/** Whether it can do all that the tests ask of it, tried on a page: a program that merely starts is not enough. */
async function opens({ executablePath, args = [] }) {
  let browser;
  try {
    browser = await chromium.launch({
      ...(executablePath ? { executablePath } : {}),
      args: [...args, ...fakeCamera()],
      timeout: 20_000,
    });
    const page = await browser.newPage();
    // Cameras are lent to secure addresses only; this one is never looked up.
    await page.route("https://stubble.test/", (route) => route.fulfill({ contentType: "text/html", body: "" }));
    await page.goto("https://stubble.test/");
    return await page.evaluate(async () => {
      const canvas = document.createElement("canvas").getContext("2d");
      const camera = await navigator.mediaDevices.getUserMedia({ video: true });
      return canvas.getImageData(0, 0, 1, 1).data.length === 4 && camera.getVideoTracks().length === 1;
    });
  } catch {
    return false;
  } finally {
    await browser?.close();
  }
}
