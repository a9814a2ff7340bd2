/* Hands a finished file to the person, as a download; where it goes is the browser's and the person's affair. */

/** Milliseconds. Safari still reads the address after the click; it costs nothing to keep it for a while. */
const KEEP = 60_000;

/** Downloads `blob` under `name`. Call it from a user's click. */
export function saveFile(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const link = Object.assign(document.createElement("a"), { href: address, download: name });
  link.hidden = true;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), KEEP);
}
