/* The rooms of src and the doors between them: the one table that the walls are checked against. A new room, or a
   new package, gets its line here; what is not listed is not allowed. */

/** How far one room may reach into another: anything, or only its types (`import type`). */
export type Reach = "all" | "types";

export type Room = {
  /** A file, or a folder ending in "/". The longest match decides where a module belongs. */
  readonly path: string;
  /** Other rooms it may import. A module may always import its own room. */
  readonly rooms: Readonly<Record<string, Reach>> | "every room";
  /** Packages it may import, with all that lies below them. "node:" stands for Node's own modules. */
  readonly packages: readonly string[] | "every package";
};

const jsx = ["react/jsx-runtime"];

export const rooms: Readonly<Record<string, Room>> = {
  main: { path: "src/main.tsx", rooms: "every room", packages: "every package" },
  core: { path: "src/core/", rooms: { geometry: "all", stipple: "all" }, packages: [] },
  // Sums alone, the same on every machine.
  geometry: { path: "src/core/geometry/", rooms: {}, packages: [] },
  // A module others could use: it knows nothing of heads.
  stipple: { path: "src/core/stipple/", rooms: { geometry: "all" }, packages: [] },
  store: { path: "src/store/", rooms: { core: "all" }, packages: ["zustand/vanilla"] },
  // How a page and a worker talk, whatever it is about.
  "workers/bridge": { path: "src/workers/bridge/", rooms: {}, packages: [] },
  "workers/protocol": { path: "src/workers/protocol.ts", rooms: { core: "all" }, packages: [] },
  "workers/entry": {
    path: "src/workers/entry.ts",
    rooms: { core: "all", "workers/bridge": "all", "workers/protocol": "all", "workers/answers": "all" },
    packages: [],
  },
  "workers/answers": {
    path: "src/workers/answers/",
    rooms: { core: "all", "workers/bridge": "all", "workers/protocol": "types" },
    packages: [],
  },
  "workers/face": {
    path: "src/workers/face.ts",
    rooms: { core: "types", "workers/bridge": "all", "workers/protocol": "types" },
    packages: ["@vladmandic/human"],
  },
  "workers/face-types": { path: "src/workers/human.d.ts", rooms: {}, packages: ["@vladmandic/human"] },
  "workers/not-fetched": { path: "src/workers/not-fetched.ts", rooms: {}, packages: [] },
  "workers/face-host": {
    path: "src/workers/face-host.ts",
    rooms: { core: "all", "workers/bridge": "all", "workers/protocol": "all", "workers/not-fetched": "all" },
    packages: [],
  },
  "workers/host": {
    path: "src/workers/host.ts",
    rooms: { core: "all", "workers/bridge": "all", "workers/protocol": "all" },
    packages: [],
  },
  intake: {
    path: "src/intake/",
    rooms: { core: "all", "workers/bridge": "all", "workers/host": "all", "workers/protocol": "types" },
    packages: ["exifreader", "@noble/hashes"],
  },
  export: {
    path: "src/export/",
    rooms: { core: "all", "workers/host": "all", "workers/protocol": "types" },
    packages: [],
  },
  // Core by its types alone: texts are no part of what pictures are made of.
  words: { path: "src/words/", rooms: { core: "types" }, packages: ["i18next"] },
  records: { path: "src/records/", rooms: { core: "all" }, packages: ["idb", "valibot"] },
  editor: {
    path: "src/editor/",
    rooms: { core: "all", geometry: "all", store: "all", words: "all" },
    packages: [...jsx, "react", "konva", "react-konva", "zustand"],
  },
  app: {
    path: "src/app/",
    rooms: {
      core: "all",
      geometry: "all",
      store: "all",
      "workers/bridge": "all",
      "workers/protocol": "all",
      "workers/host": "all",
      "workers/face-host": "all",
      "workers/not-fetched": "all",
      intake: "all",
      export: "all",
      records: "all",
      editor: "all",
      words: "all",
    },
    packages: [...jsx, "react", "react-dom", "@base-ui/react", "zustand"],
  },
  cli: { path: "src/cli/", rooms: { core: "all", words: "all" }, packages: ["node:", "sharp"] },
};

/** Packages that only one corner of a room, a folder or a file, may import, on top of the room's own. */
export const corners: Readonly<Record<string, readonly string[]>> = {
  "src/core/plan/": ["valibot"],
  "src/core/colour/css-colour.ts": ["colord"],
};

/** Folders with a single door: from outside, only this file may be imported. */
export const doors: Readonly<Record<string, string>> = {
  "src/core/stipple/": "src/core/stipple/stipple.ts",
  "src/records/": "src/records/records.ts",
};

/** The modules that run as workers, each with the one module that may start it. */
export const workers: Readonly<Record<string, string>> = {
  "src/workers/entry.ts": "src/workers/host.ts",
  "src/workers/face.ts": "src/workers/face-host.ts",
  "src/intake/decode-worker.ts": "src/intake/decode-host.ts",
};

/** The room a module belongs to, or undefined: then the module has no place and that is a fault. */
export function roomOf(path: string): string | undefined {
  let best: string | undefined;
  for (const [name, room] of Object.entries(rooms)) {
    const inside = room.path.endsWith("/") ? path.startsWith(room.path) : path === room.path;
    if (inside && (best === undefined || room.path.length > rooms[best].path.length)) best = name;
  }
  return best;
}
