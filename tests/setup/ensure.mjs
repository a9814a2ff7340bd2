/* Makes a fresh clone ready: `ensure.mjs` installs the packages when the lock file has changed, `ensure.mjs browser`
   also finds a browser for the tests. Runs before anything is installed, so it uses Node alone. */
import { createHash } from "node:crypto";
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { nodeFault } from "./node-version.mjs";

const top = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), "../..");
process.chdir(top);

const fault = nodeFault();
if (fault) stop(fault);
installPackages();
if (process.argv.includes("browser")) {
  const { ensureBrowser } = await import("./browser-ladder.mjs");
  const browser = await ensureBrowser();
  if (browser.fault) stop(browser.fault);
  console.log(`browser: ${browser.name}`);
}

/** `npm ci` empties node_modules each time, so it runs only when the lock file is not the one last installed. */
function installPackages() {
  const stamp = "node_modules/.installed";
  const lock = readFileSync("package-lock.json");
  const wanted = createHash("sha256").update(lock).update(process.platform).update(process.arch).digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  console.log("packages: installing (once; a minute at most on a usual line)");
  // devDependencies too, whatever NODE_ENV says: the tools that build the app are among them.
  const { status } = npm(["ci", "--include=dev", "--include=optional", "--prefer-offline", "--no-audit", "--no-fund"]);
  if (status !== 0) stop("The packages could not be installed; npm's own words are above.");
  writeFileSync(stamp, wanted);
  console.log("packages: installed");
}

function npm(words) {
  // npm.cmd cannot be spawned on Windows since Node 20.12; npm tells where its own script is.
  const script = process.env.npm_execpath;
  if (script?.endsWith(".js"))
    return spawnSync(process.execPath, [script, ...words], { stdio: ["ignore", "inherit", "inherit"] });
  return spawnSync("npm", words, { stdio: ["ignore", "inherit", "inherit"], shell: process.platform === "win32" });
}

function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}
