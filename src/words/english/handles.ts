/* What can be dragged on the photo, for those who hear it and beside the handle in hand. */

export const handles = {
  axis: {
    across: "{{handle}}, across",
    down: "{{handle}}, down",
    acrossBy_one: "{{count, whole}} pixel across",
    acrossBy_other: "{{count, whole}} pixels across",
    downBy_one: "{{count, whole}} pixel down",
    downBy_other: "{{count, whole}} pixels down",
  },
  handle: {
    head: {
      group: "Head handles",
      brow: "Brow centre",
      crown: "Crown top",
      left: "Left side",
      right: "Right side",
      behind: "Back of the head",
    },
    // Not those of the picture, as with the handles of the head: hence the client is named.
    line: {
      group: "Hairline handles",
      mid: "Hairline centre",
      templeLeft: "Client’s left temple",
      templeRight: "Client’s right temple",
      peakLeft: "Client’s left temple peak",
      peakRight: "Client’s right temple peak",
      across: {
        midline: "on the midline",
        left: "{{mm, whole}} mm from the midline, on the client’s left",
        right: "{{mm, whole}} mm from the midline, on the client’s right",
      },
      above: "{{mm, whole}} mm above the brow",
      below: "{{mm, whole}} mm below the brow",
    },
    areas: {
      group: "Points of the area",
      point: "{{name}}, point {{number, whole}}",
    },
    nudge: {
      group: "Nudge handles",
      vertex: "Top of the head",
      crown: "Crown",
      earLeft: "Above the client’s left ear",
      earRight: "Above the client’s right ear",
      back: "Back of the head",
      halfLeft: "Hairline on the client’s left",
      halfRight: "Hairline on the client’s right",
      before: "Nudged before",
    },
    outline: {
      group: "Outline handles",
      // As on a clock; 12 is the top of the picture.
      hour: "Outline at {{hour, whole}} o’clock",
      halfPast: "Outline at half past {{hour, whole}}",
    },
    patch: {
      group: "Treated area and known length",
      corner: "Area, corner {{corner, whole}}",
      from: "Known length, one end",
      to: "Known length, other end",
    },
    ruler: {
      group: "Ruler",
      from: "Ruler, one end",
      to: "Ruler, other end",
    },
    cut: {
      group: "Corners of the cut-outs",
      corner: "Cut-out {{cut, whole}}, corner {{corner, whole}}",
    },
    skin: {
      group: "Where colours are read",
      skinAt: "Skin is read here",
      neutralAt: "Something neutral",
    },
  },
} as const;
