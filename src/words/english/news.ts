/* What is going on, and what has just happened. */

import { lines } from "../lines.ts";

export const news = {
  busy: {
    opening: "Opening the photo…",
    /** One of several files. */
    several: "{{doing}} {{number, whole}} of {{total, whole}}: {{file}}",
    head: "Finding the head…",
    outline: "Following the outline…",
    face: "Looking for the face…",
    dots: "Placing the dots…",
    picture: "Making the picture in full size…",
    ghost: "Fetching the old photo…",
    moments: "Making the picture of all moments…",
  },
  demo: {
    bowed: "Demo head",
    front: "Demo head, front",
    "three-quarter": "Demo head, three-quarter right",
    "three-quarter-left": "Demo head, three-quarter left",
    left: "Demo head, left side",
    right: "Demo head, right side",
    top: "Demo head, top",
    crown: "Demo head, crown",
    back: "Demo head, back",
  },
  opening: {
    /** What is said of several files at once. */
    named: "{{files, list}}: {{fault}}",
    givenUp_one: "Not opened: {{files, list}}. Choose it again for the client that is meant.",
    givenUp_other: "Not opened: {{files, list}}. Choose them again for the client that is meant.",
    question: {
      title: "This is not the plan’s photo",
      titleUnnamed: "Is this the plan’s photo?",
      alone: "The plan was made on another photo. It can be laid on this one: the head stays where it is placed here.",
      copy: "The plan was made on another photo, as large as this one. Is this a copy of it, or another picture?",
      unnamed: "The plan does not say which photo it was made on; it was one as large as this. Is it this one?",
      same: "The same picture: the head as in the plan",
      other: "Another picture: the head stays as it is",
      leave: "Leave the plan",
    },
  },
  news: {
    demo: "Demo open: drag the hairline, try the density.",
    opened: "The photo is open. The wire is a guess: drag the head and its handles until it matches.",
    openedUnsure:
      "No head could be made out for certain. The wire is a guess: drag the head and its handles until it matches.",
    replaced: "The photo is replaced; Undo brings the old one back. Check whether the wire matches.",
    turned: {
      with: "The photo is turned, and the head with it; Undo turns it back.",
      anew: "The photo is turned, and the head looked for anew; Undo turns it back.",
    },
    openAlready: "This photo is open already: here it is.",
    openAgain: "The photo is open, with the head where it was.",
    noisy: lines(
      "Your browser slightly alters pictures to hinder fingerprinting.",
      "The preview is right to the eye; for exact colours allow canvas access for this page.",
    ),
    guess: "This is a guess: drag the handles until the wire matches.",
    unsure: "No head could be made out for certain. Drag the head and its handles until the wire matches.",
    moved: "The head was moved while it was looked for: it stays where you put it.",
    /** The silhouette was read: which side of the head it looks like. */
    proposed: "This looks like a {{view}} view: check that the wire matches, or choose what the photo shows.",
    perhaps: "This may be a {{view}} view: choose what the photo shows, then check the wire.",
    noHead: "No head is seen here, so nothing is painted. If there is one, drag the head and its handles onto it.",
    drawnFace: lines(
      "A face is seen, but nobody whose it is, as in a drawing: nothing is painted.",
      "If it is a head, choose “Looks right”.",
    ),
    noFace: "No face is seen here. Choose what the photo shows, then drag the handles until the wire matches.",
    stoppedHead: "Stopped looking for the head. Drag the handles until the wire matches.",
    stoppedFace: "Stopped looking for the face. Drag the handles until the wire matches.",
    whorl: "This is as far as a whorl lies from the crown.",
    ear: "This is as far as an ear can stand from where ears usually are.",
    line: {
      crosses: "Here the line would cross itself: move its other points first.",
      leaves: "The hairline ends here: further on there is no scalp.",
    },
    fitted: "Head fitted by the face: check the wire.",
    faces_one: "{{count, whole}} face is in this photo: choose whose head it is.",
    faces_other: "{{count, whole}} faces are in this photo: choose whose head it is.",
    plan: {
      none: "The plan is open, with the head where it was.",
      some: "The plan is open. In photos that it does not know the head stays where you placed it.",
      all: "The plan is open. It was made on another photo, so the head stays where you placed it here.",
      askForMore: "Not all of its photos are open: add them, and the head is where it was.",
      saved_one: "{{file}} is saved. The photo is not in it.",
      saved_other: "{{file}} is saved. The photos are not in it.",
    },
    picture: {
      left: lines(
        "{{file}} was not saved: another client was begun before it was ready.",
        "Open the photo and its plan again to save it.",
      ),
      stopped: "Stopped: no picture was saved.",
      saved: lines(
        "{{file}} is saved: {{width, whole}} × {{height, whole}} pixels,",
        "with a bar below the picture that says it is a simulation.",
      ),
      momentsSaved: "{{file}} is saved, with a bar below that says it is a simulation.",
    },
  },
} as const;
