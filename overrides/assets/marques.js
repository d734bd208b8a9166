// Marks, in what a result shows, the words that were asked for.

import { stem, words } from "./analyse.js";

const WORD = /[\p{L}\d]+(?:-\d+)*/gu;

const known = new Map();

/** The stems of a shown word; of a number, those of the article it may name. */
function stemsOf(word) {
  if (!known.has(word)) known.set(word, words(word).flatMap((one) => (/^\d/.test(one) ? [one, `l${one}`, `r${one}`, `d${one}`] : [stem(one)])));
  return known.get(word);
}

/** `text` as nodes: plain text, and a `<mark>` for each word whose stem is in `stems`. */
export function marked(text, stems) {
  const nodes = [];
  let last = 0;
  for (const { 0: word, index } of text.matchAll(WORD)) {
    if (!stemsOf(word).some((one) => stems.has(one))) continue;
    const mark = document.createElement("mark");
    mark.textContent = word;
    nodes.push(text.slice(last, index), mark);
    last = index + word.length;
  }
  return [...nodes, text.slice(last)];
}
