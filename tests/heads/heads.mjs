/* `npm run -s heads`: loads make.ts as Node's own module. */
import { register } from "node:module";
import process from "node:process";

register("../setup/strip-types.mjs", import.meta.url);
const { main } = await import("./make.ts");
await main(process.argv.slice(2));
