/* What did not work: what happened, in the user's words, and what to do next. */

import { lines } from "../lines.ts";

export const faults = {
  fault: {
    photo: {
      empty: "This file is empty. Copy it from the phone or camera once more.",
      "not-an-image": "This file is not a photo, whatever its name says. Stubble opens JPEG, PNG and WebP.",
      heic: lines(
        "This is a HEIC photo, which browsers cannot open.",
        "On the iPhone, share it as a JPEG, or choose Settings → Camera → Formats → Most Compatible and take it again.",
      ),
      foreign: "This file is {{what}}. Stubble opens JPEG, PNG and WebP. {{remedy}}",
      truncated: "The end of this photo is missing, as after a broken download. Copy or download it once more.",
      damaged:
        "This photo is damaged and cannot be read. Copy it once more, or open it elsewhere and save it as a JPEG.",
      "too-large": lines(
        "This photo has {{megapixels, grouped}} megapixels;",
        "Stubble opens up to {{most, whole}}. Save a smaller copy and open that.",
      ),
      "too-small": lines(
        "This photo is only {{width, whole}} × {{height, whole}} pixels, too small to show single dots.",
        "Choose one of at least {{least, whole}} pixels a side;",
        "1000 or more look right.",
      ),
      "too-heavy": "This file is larger than any photo Stubble can open. Save it as a JPEG and open that.",
      unreadable: lines(
        "The browser could not read this file.",
        "If it is in a cloud folder, wait until it is on this device and try again.",
      ),
      "canvas-blocked": lines(
        "Your browser's protection against fingerprinting scrambles pictures, so Stubble cannot see the photo.",
        "Allow canvas access for this page, or use another browser;",
        "nothing leaves your device.",
      ),
      "out-of-memory":
        "There is not enough memory for this photo. Close other tabs and try again, or open a smaller copy.",
      unreachable:
        "The demo photo could not be loaded. Check the connection and try again, or open a photo of your own.",
      "nothing-to-replace": "The photo that it was to replace is no longer there. Add it as another view.",
      changed: lines(
        "This file is no longer the photo that it was.",
        "Choose a copy of the old one, and the head is where it was.",
      ),
      "no-room":
        "There is no room for another photo of this size. Remove one that is not needed, or add a smaller copy.",
      "too-many": "A plan holds {{most, whole}} photos, and has as many. Remove one that is not needed.",
    },
    foreign: {
      AVIF: "an AVIF picture",
      BMP: "a BMP picture",
      GIF: "a GIF",
      "JPEG XL": "a JPEG XL picture",
      PDF: "a PDF",
      SVG: "an SVG drawing",
      TIFF: "a TIFF or a camera's raw file",
      video: "a video",
    },
    foreignRemedy: {
      picture: "Save it as a JPEG first.",
      PDF: "Save the photo in it as a JPEG first.",
      video: "Take a still from it, or a screenshot, and open that.",
    },
    camera: {
      "not-allowed": lines(
        "Stubble may not use the camera.",
        "Allow it for this page in the browser, and for the browser in the device’s settings;",
        "then try again. The picture stays on this device.",
      ),
      "no-camera": "No camera was found on this device. Connect one and try again.",
      "in-use": "The camera did not start. Close other programs and tabs that may be using it, then try again.",
      insecure: lines(
        "Browsers lend the camera only to pages with a secure address.",
        "Open this page by an address that starts with https.",
        "Opening photos works here as well.",
      ),
      unsupported: lines(
        "This browser lends its camera to no page.",
        "Open Stubble in Safari, Chrome or Firefox itself, not inside another app.",
      ),
      lost: "The camera has stopped. If it was unplugged, connect it once more; then try again.",
      "no-still": "The picture could not be kept: there is not enough memory. Close other tabs and try again.",
    },
    picture: {
      "picture-too-large": lines(
        "Your browser could not write a picture of {{width, whole}} × {{height, whole}} pixels.",
        "Close other tabs and try again, or save a smaller size.",
      ),
      "format-unsupported": "Your browser cannot write {{format}} files. Choose the other format.",
    },
    plan: {
      "not-a-plan": "This file is not a plan from Stubble. Choose a file that was saved with “Save plan”.",
      "newer-version": lines(
        "This plan was saved by a newer version of Stubble.",
        "Load this page again to get the newest version, then open it.",
      ),
      "damaged-plan":
        "This plan is damaged and cannot be read (at “{{where}}”). Use another copy of it, if there is one.",
      unwritable: lines(
        "This plan cannot be saved: what stands at “{{where}}” is more than a plan file holds.",
        "Undo the last change, or remove a photo, and save again.",
      ),
      wholeFile: "the whole file",
      photoFirst: "This is a plan. Open the photo it belongs to first, then the plan.",
    },
    doubt: {
      "not-a-face":
        "What looks like a face here does not have a face's shape. Drag the head and its handles until the wire matches.",
      turned:
        "The face is turned too far for a fit. If this is a side view, choose the side; then drag the head and its handles.",
      cut: lines(
        "Part of the face lies outside the photo, so the fit is a guess.",
        "Drag the head and its handles until the wire matches.",
      ),
      eyes: lines(
        "The eyes are shut, hidden or turned away, so the fit is a guess.",
        "Look whether the wire matches, and drag the handles.",
      ),
      "no-rim": lines(
        "The edge of the head cannot be made out, so its size is a guess.",
        "Drag the head and its handles until the wire matches.",
      ),
    },
    /** The same where the person’s outline says where the head is. */
    outlined: {
      cut: "Part of the face lies outside the photo: the head is laid by its outline alone. Check the wire.",
      eyes: "The eyes are shut, hidden or turned away: the head is laid by its outline alone. Check the wire.",
      "no-rim": "Face and outline do not agree about the head: it is laid by its outline. Check the wire.",
    },
    /** Something of ours broke while this was being done. */
    undone: {
      open: "The photo could not be opened.",
      fit: "The head could not be looked for.",
      face: "The face could not be looked for; the head is a guess from its outline.",
      silhouette: "The person’s outline could not be read; the head is a guess.",
      trace: "The outline could not be followed; the head stays where you put it.",
      draw: "The picture could not be drawn; your plan is safe.",
      export: "The picture could not be made; your plan is safe.",
    },
    remedy: {
      memory: "There is not enough memory: close other tabs, or open a smaller copy of the photo.",
      fetch: "What is needed for it could not be fetched: check the connection and try again.",
      again: "Try once more; if it happens again, save the plan and load the page again.",
    },
  },
} as const;
