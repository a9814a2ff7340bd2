/* The trade's names for what the plan holds as short codes, under those codes. `short` stands where there is little
   room, `within` in the middle of a sentence. */

export const names = {
  step: {
    photo: "Photo",
    head: "Head",
    line: "Line",
    density: "Density",
    pigment: "Pigment",
    time: "Time",
    work: "Work",
    save: "Save",
  },
  shape: {
    natural: { name: "Natural", within: "natural" },
    straight: { name: "Straight", within: "straight" },
    winged: { name: "Winged", within: "winged" },
    "widows-peak": { name: "Widow’s peak", within: "widow’s peak" },
    mature: { name: "Mature (M)", within: "mature" },
  },
  cover: {
    scalp: "Whole scalp",
    top: "Top, into the fringe",
    front: "Front and temples",
    crown: "Crown",
    areas: "Areas only",
  },
  // Left and right are the client's.
  aspect: {
    "front-bowed": { name: "Front, bowed", short: "Bowed", within: "bowed front" },
    front: { name: "Front", short: "Front", within: "front" },
    "three-quarter-left": { name: "Three-quarter left", short: "¾ left", within: "three-quarter left" },
    "three-quarter-right": { name: "Three-quarter right", short: "¾ right", within: "three-quarter right" },
    left: { name: "Left side", short: "Left", within: "left side" },
    right: { name: "Right side", short: "Right", within: "right side" },
    top: { name: "Top", short: "Top", within: "top" },
    crown: { name: "Crown", short: "Crown", within: "crown" },
    back: { name: "Back", short: "Back", within: "back" },
    "close-up": { name: "Close-up", short: "Close-up" },
  },
  undertone: {
    warm: "Warmer",
    neutral: "Neutral",
    cool: "Cooler",
  },
  look: {
    fine: "Fine",
    natural: "Natural",
    bold: "Bold",
  },
  moment: {
    "session-1": { name: "After session 1, healed", short: "Session 1" },
    "session-2": { name: "After session 2, healed", short: "Session 2" },
    fresh: { name: "The day of session 3", short: "Fresh" },
    "day-3": { name: "Three days later", short: "Day 3" },
    healed: { name: "Healed, after four weeks", short: "Healed" },
    years: {
      name_one: "After {{count, whole}} year",
      name_other: "After {{count, whole}} years",
      short_one: "{{count, whole}} year",
      short_other: "{{count, whole}} years",
    },
  },
  typology: {
    "very light": "very light",
    light: "light",
    intermediate: "intermediate",
    tan: "tan",
    brown: "brown",
    dark: "dark",
  },
  format: {
    png: "PNG",
    jpeg: "JPEG",
  },
  pricing: {
    session: "Session",
    hour: "Hour",
    cm2: "cm²",
    thousand: "1000 dots",
  },
} as const;
