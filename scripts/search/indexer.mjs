// Documents (standard input) → the index of the search (standard output), as JSON.
//
// A document keeps how strongly it holds a stem (0: once in the text, 1: several
// times, 2: in a strong field), not its text, and not what its result shows: the
// browser weighs that. Of the stems found in the text alone, the most telling are
// kept, in proportion to its length.

import { readFileSync } from "node:fs";

import { stems } from "../../overrides/assets/analyse.js";
import { anchor } from "../../overrides/assets/moteur.js";
import { pack } from "../../overrides/assets/postes.js";

// Stems kept of the text alone, per document: what the 80 KB of a first search allow.
const LEAST = 12;
const SHARE = 0.22;

const content = JSON.parse(readFileSync(0, "utf-8"));
const shown = (one) => new Set(stems([one.titre, one.extrait, ...one.sections.map(({ titre }) => titre)].join(" ")));

/** Stem → level of a document. */
function levels(one) {
  const held = new Map();
  const text = [one.texte, ...one.sections.map(({ texte }) => texte)].join(" ");
  for (const stem of stems(text)) held.set(stem, held.has(stem) ? 1 : 0);
  for (const stem of stems(one.fort)) held.set(stem, 2);
  for (const stem of shown(one)) held.delete(stem);
  return held;
}

const all = content.documents.map(levels);
const spread = new Map();
for (const held of all) for (const stem of held.keys()) spread.set(stem, (spread.get(stem) ?? 0) + 1);

// How telling a stem is: rare elsewhere, often here.
const telling = ([stem, level]) => (level + 2) * Math.log(all.length / spread.get(stem));
for (const held of all) {
  const light = [...held].filter(([, level]) => level < 2).sort((a, b) => telling(b) - telling(a));
  for (const [stem] of light.slice(Math.max(LEAST, SHARE * light.length))) held.delete(stem);
}

const postings = new Map();
all.forEach((held, item) => {
  for (const [one, level] of held) {
    if (!postings.has(one)) postings.set(one, []);
    postings.get(one).push([item, level]);
  }
});
const terms = [...postings.keys()].sort();
const lists = terms.map((term) => {
  let last = 0;
  const numbers = postings.get(term).map(([item, level]) => {
    const gap = item - last;
    last = item;
    return gap * 4 + level;
  });
  return pack([numbers.length, ...numbers]);
});

const ids = (names) => (values) => values.map((one) => names.indexOf(one));
const publics = ids(Object.keys(content.publics));
const cycles = ids(Object.keys(content.cycles));
const column = (take) => content.documents.map(take);
process.stdout.write(JSON.stringify({
  facettes: {
    type: Object.fromEntries(content.types.map((one) => [one, one])),
    public: content.publics,
    cycle: content.cycles,
  },
  synonymes: content.synonymes,
  urls: column((one) => one.url),
  titres: column((one) => one.titre),
  extraits: column((one) => one.extrait),
  langues: Object.fromEntries(content.documents.flatMap((one, i) => (one.langue === "fr" ? [] : [[i, one.langue]]))),
  types: pack(column((one) => content.types.indexOf(one.type))),
  publics: column((one) => pack(publics(one.publics))),
  cycles: column((one) => pack(cycles(one.cycles))),
  sections: column((one) => one.sections.map(({ id, titre }) => (id === anchor(titre) ? [titre] : [titre, id]))),
  termes: terms.join(" "),
  listes: lists.join(""),
}));
