/* The known pictures in Firefox, where one is installed: another engine, the same bytes. It opens a page that paints
   and sends back what it got. */
import { type ChildProcess, spawn } from "node:child_process";
import { accessSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { type IncomingMessage, createServer } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { build } from "vite";
import { KNOWN } from "./known-picture.ts";

const installed = (process.env.PATH ?? "")
  .split(path.delimiter)
  .flatMap((folder) => ["firefox-esr", "firefox"].map((name) => path.join(folder, name)))
  .find((file) => {
    try {
      accessSync(file);
      return true;
    } catch {
      return false;
    }
  });

/** The page's script, whole in one file. */
async function bundled(): Promise<string> {
  const folder = path.resolve("node_modules/.cache/firefox");
  mkdirSync(folder, { recursive: true });
  const entry = path.join(folder, "entry.ts");
  const known = JSON.stringify(path.resolve("tests/core/picture/known-picture.ts"));
  writeFileSync(
    entry,
    `import { paintedHere } from ${known};
    void fetch("/painted", { method: "POST", body: JSON.stringify(paintedHere()) });`,
  );
  const lib = { entry, formats: ["es" as const], fileName: "page" };
  await build({ configFile: false, logLevel: "error", build: { lib, outDir: path.join(folder, "dist") } });
  return readFileSync(path.join(folder, "dist/page.js"), "utf8");
}

test.skipIf(!installed)("the known pictures have their known bytes in Firefox", async () => {
  const script = await bundled();
  const profile = mkdtempSync(path.join(tmpdir(), "firefox-"));
  let firefox: ChildProcess | null = null;
  const server = createServer();
  try {
    const painted = new Promise<string>((resolve) => {
      server.on("request", (request: IncomingMessage, response) => {
        if (request.method === "POST") void text(request).then(resolve);
        const page = request.url === "/page.js";
        response.setHeader("Content-Type", page ? "text/javascript" : "text/html");
        response.end(page ? script : '<!doctype html><script type="module" src="/page.js"></script>');
      });
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    const port = typeof address === "object" && address ? address.port : 0;
    const words = ["--headless", "--no-remote", "--profile", profile, `http://127.0.0.1:${port}/`];
    firefox = spawn(installed ?? "", words, { stdio: "ignore", env: { ...process.env, HOME: profile } });
    expect(JSON.parse(await painted)).toEqual(KNOWN);
  } finally {
    firefox?.kill("SIGKILL");
    server.close();
    server.closeAllConnections();
    await new Promise((resolve) => setTimeout(resolve, 500));
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
});
