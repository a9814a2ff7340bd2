/* CSS's colour keywords as words that are read: "darkslategray" is dark slate grey. */

const FIRST = /^(dark|deep|dim|hot|light|medium|pale)(?=.)/;
const LAST =
  /(?<=[a-z])(almond|blue|blush|brown|chiffon|cream|drab|gr[ae]y|green|lace|pink|puff|purple|red|rose|smoke|turquoise|violet|whip|white|yellow)$/;

export const colourWords = (keyword: string): string =>
  keyword.replace(FIRST, "$1 ").replace(LAST, " $1").replace("violetred", "violet red").replace("gray", "grey");
