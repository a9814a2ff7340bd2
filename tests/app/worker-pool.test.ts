/* The worker in use and the spare one: whatever happens to the next client's, the open work keeps its own. */
import { beforeEach, describe, expect, test } from "vitest";
import { createWorkerPool } from "../../src/app/worker-pool.ts";
import type { PictureHost } from "../../src/workers/host.ts";

type Fake = PictureHost & { readonly name: number; closed: boolean };

let hosts: Fake[] = [];
/** Whether workers that are started from now on are of any use. */
let sound = true;

function start(): Fake {
  const works = sound;
  const fake: Fake = {
    name: hosts.length,
    closed: false,
    open: () => (works ? Promise.resolve({ levels: 1, softness: 0.5 }) : Promise.reject(new Error("no memory"))),
    ask: () => Promise.reject(new Error("nothing is asked of a spare worker")),
    draw: () => Promise.resolve(null),
    close: () => {
      fake.closed = true;
    },
  };
  hosts.push(fake);
  return fake;
}

const rest = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
let pool = createWorkerPool(start);
beforeEach(() => {
  hosts = [];
  sound = true;
  pool = createWorkerPool(start);
});

test("with no photo open there is no worker to ask", () => {
  expect(() => pool.host()).toThrow(RangeError);
  pool.take(pool.begin());
  pool.clear();
  expect(() => pool.host()).toThrow(RangeError);
  expect(hosts[0].closed).toBe(true);
});

test("the next client's worker takes the old one's place only when it is taken, and then the old one is let go", () => {
  pool.take(pool.begin());
  const next = pool.begin();
  expect(pool.host()).toBe(hosts[0]);
  expect(hosts[0].closed).toBe(false);
  pool.take(next);
  expect(pool.host()).toBe(next);
  expect(hosts.map(({ closed }) => closed)).toEqual([true, false]);
});

describe("a spare worker", () => {
  test("is started once, however often it is asked for, and is the next one that is begun", async () => {
    pool.prepare();
    pool.prepare();
    await rest();
    expect(hosts).toHaveLength(1);
    expect(pool.begin()).toBe(hosts[0]);
    expect(pool.begin()).toBe(hosts[1]);
  });

  test("is kept when the worker in use is let go", () => {
    pool.take(pool.begin());
    pool.prepare();
    pool.clear();
    expect(hosts[1].closed).toBe(false);
    expect(pool.begin()).toBe(hosts[1]);
  });

  test("that cannot warm up is let go, and a sound one is begun instead", async () => {
    sound = false;
    pool.prepare();
    await rest();
    expect(hosts[0].closed).toBe(true);
    sound = true;
    expect(pool.begin()).toBe(hosts[1]);
    expect(hosts[1].closed).toBe(false);
  });
});
