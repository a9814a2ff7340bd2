/* The work kept on the device, what breaks, and the colours of bottles. */

const ALONE = "It is here until the page closes: save the plan before you leave.";

export const keeping = {
  keeping: {
    unsupported: `This browser keeps nothing for a page at this address, so the work is not kept on the device. ${ALONE}`,
    refused: `This browser does not let Stubble keep the work on the device, as in a private window. ${ALONE}`,
    full: `There is no room left on this device to keep the work. ${ALONE}`,
    unreadable: `The file {{file}} cannot be read any more, so the work is not kept on the device. ${ALONE}`,
    damaged: `What is kept on this device is damaged. ${ALONE}`,
  },
  kept: {
    looking: "Looking for the work that was open…",
    back: "The work is back as you left it.",
    missing: "This photo is no longer on the device. Add it again, and the head is where it was.",
    damaged: "The work that was open before cannot be read any more. With a saved plan and the photos you can go on.",
  },
  broken: {
    title: "Something went wrong",
    kept: "It is a fault of Stubble’s, not yours. The work is kept on this device.",
    unkept: "It is a fault of Stubble’s, not yours. The work is not kept on this device: save the plan first.",
    again: "It has happened again: loading the page anew may help. If it does not, save the plan and begin anew.",
    goOn: "Go on",
    savePlan: "Save plan",
    load: "Load the page again",
    begin: "Begin without this work",
  },
  colour: {
    blank: "There is no colour here yet.",
    "not-a-colour": "“{{typed}}” is no colour. Write it like #3b2a20, saddlebrown or rgb(59 42 32).",
    "see-through": "“{{typed}}” lets light through. Write the colour without its transparency.",
  },
} as const;
