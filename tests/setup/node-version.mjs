/* Whether this Node can run the tools; said before anything is installed, so plain JavaScript for any version. */
import process from "node:process";

/** A sentence for the person, or undefined when all is well: 20.19 and later 20s, or 22.12 and later. */
export function nodeFault(version = process.versions.node) {
  const [major, minor] = version.split(".").map(Number);
  const fits = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22;
  return fits ? undefined : `Stubble needs Node 20.19 or later in the 20s, or 22.12 or later; this is Node ${version}.`;
}
