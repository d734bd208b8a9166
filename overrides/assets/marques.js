// Marks, in what a result shows, the words that were asked for.

import { stem, words } from "./analyse.js";

const WORD = /[\p{L}\d]+(?:-\d+)*/gu;

const meets = (word, stems) => words(word).some((one) => stems.has(stem(one)) || ["l", "r", "d"].some((code) => stems.has(code + one)));

/** `text` as nodes: plain text, and a `<mark>` for each word whose stem is in `stems`. */
export function marked(text, stems) {
  const nodes = [];
  let last = 0;
  for (const { 0: word, index } of text.matchAll(WORD)) {
    if (!meets(word, stems)) continue;
    const mark = document.createElement("mark");
    mark.textContent = word;
    nodes.push(text.slice(last, index), mark);
    last = index + word.length;
  }
  return [...nodes, text.slice(last)];
}
