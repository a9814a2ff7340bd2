/* What stands around the photo: the page itself, the first screen, the bars, the stage and the small dialogs. */

import { lines } from "../lines.ts";

export const screen = {
  page: {
    title: "Stubble",
    description: "See scalp micropigmentation on your own photo, before the needle. Nothing leaves the device.",
    noScript: "Stubble draws on your photo in this browser, and needs JavaScript for it.",
  },
  /** Two sentences, one after the other. */
  sentences: "{{first}} {{second}}",
  button: {
    cancel: "Cancel",
    close: "Close",
    done: "Done",
    keep: "Keep",
    dismiss: "Dismiss",
  },
  welcome: {
    promise: "See scalp micropigmentation on your own photo, before the needle.",
    demo: "Try the demo",
    takePhoto: "Take a photo",
    openPhoto: "Open photo",
    choose: "Choose photos",
    drop: "Drop photos here, paste one, or choose files",
    formats: "JPEG, PNG or WebP, up to {{most, whole}} megapixels",
    privacy: "The photo stays on this device. Nothing is sent anywhere.",
    /** On the two pictures of one head that lie side by side. */
    before: "Before",
    after: "After",
    simulation: "Simulation",
    compare: "Before and after",
    compareSpoken: "{{before, spokenPercent}} before, {{after, spokenPercent}} after",
    beforeSeen: lines(
      "Before: a computer-made head, bowed towards the camera,",
      "bald on top with shaved hair at the sides",
    ),
    afterSeen: lines(
      "After, as a simulation: the same head with fine dots from the hairline over the top,",
      "like closely shaved hair",
    ),
    what: lines(
      "<b>Scalp micropigmentation</b> is thousands of tiny dots of pigment in the scalp that look like a close shave:",
      "it grows no hair, and lasts 4 to 6 years.",
    ),
    which: lines(
      "<b>A good photo:</b> hair shaved or short, skin dry and without shine, even light,",
      "the camera at arm’s length or farther, and the head bowed towards it, so that forehead and top are seen;",
      "more from the sides and back help.",
    ),
  },
  drop: "Drop photos or a plan",
  bar: {
    openPhoto: "Open photo",
    addPhotos: "Add photos",
    before: "Before",
    beforeHint: "Hold to see the photo without dots (B)",
    lightTheme: "Light theme",
    darkTheme: "Dark theme",
    keys: "Keys",
    keysHint: "Keys (?)",
  },
  command: {
    undo: "Undo",
    redo: "Redo",
    export: "Export image",
    guides: "Guides on or off",
    draw: "Draw line",
    "next-view": "Next view",
    "previous-view": "Previous view",
    "zoom-in": "Zoom in",
    "zoom-out": "Zoom out",
    "zoom-fit": "Whole photo",
    /** Of a button: what it does, and by which key. */
    hint: "{{name}} ({{key}})",
  },
  keys: {
    title: "Keys",
    before: "Hold: the photo without dots",
    move: "Move the photo, or the handle in focus by 1 px",
    farther: "With an arrow key: the handle by 10 px",
    /** As printed on the keyboard. */
    name: { ctrl: "Ctrl", shift: "Shift", pageUp: "PageUp", pageDown: "PageDown" },
  },
  stage: {
    label: "Photo. Arrow keys move it, plus and minus zoom.",
    guess: {
      none: "No head found – drag the four handles onto one",
      closeUp: "The scale is a guess – lay the two ends on a known length",
      elsewhere: "Starting guess – check it in the Head step",
      place: "Starting guess – drag the four handles to match",
      head: "Starting guess",
    },
  },
  /** The picture for those who do not see it. */
  picture: {
    bare: "{{photo}}, without dots",
    dotted_one: lines(
      "{{photo}} with {{count, whole}} dot:",
      "{{density, whole}} dots per square centimetre, hairline {{shape}}, pigment {{mix}}",
    ),
    dotted_other: lines(
      "{{photo}} with {{count, whole}} dots:",
      "{{density, whole}} dots per square centimetre, hairline {{shape}}, pigment {{mix}}",
    ),
  },
  status: {
    dots: "Dots",
    count_one: "<b>{{count, whole}}</b> dot",
    count_other: "<b>{{count, whole}}</b> dots",
    shown_one: "{{count, whole}} dot on {{photo}}",
    shown_other: "{{count, whole}} dots on {{photo}}",
    lines: "Show lines",
    linesHint: "Show wire, hairline and handles",
    zoom: "{{share, whole}} %",
    zoomHint: "One photo pixel on one screen pixel is 100 %",
  },
  views: {
    label: "Views",
    guessed: "{{view}}, starting guess",
    guessMark: "{{view}}?",
    missing: "{{view}}: its photo is not open, choose it",
    add: "Add views",
    addShort: "Add",
    moments: "All moments",
    saveMoments: "Save all moments as a picture",
  },
  camera: {
    waiting: "Waiting for the camera. If the browser asks, allow it.",
    hint: {
      live: "Camera level with the head, the whole skull in sight.",
      ghost: "Match the ghost: same distance, same angle.",
      still: "Does it match? Move the slider to see.",
    },
    live: "Live picture",
    still: "As it was taken",
    ghost: "Ghost of the old photo",
    strength: "Strength of the ghost",
    strengthShort: "Ghost",
    strengthSpoken: "{{share, spokenPercent}}",
    strengthSeen: "{{share, whole}} %",
    take: "Take the picture",
    takeHint: "Take the picture (Space)",
    switch: "Switch camera",
    use: "Use this photo",
    again: "Again",
    instead: "Choose a photo instead",
    retry: "Try again",
    fileName: "Photo {{when}}.jpg",
  },
} as const;
