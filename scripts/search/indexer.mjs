// Documents (standard input) → the index of the search (standard output), as JSON.
//
// Each document is cut into units: its head, then each of its sections. A unit
// keeps how strongly it holds a stem (0: once in the text, 1: several times,
// 2: in a strong field), not its text. Of the stems found in the text alone,
// the most telling are kept.

import { readFileSync } from "node:fs";

import { stems } from "../../overrides/assets/analyse.js";
import { anchor } from "../../overrides/assets/moteur.js";
import { pack } from "../../overrides/assets/postes.js";

// Stems kept of the text alone: halving them changes no recall of tests/requetes.yml
// by more than one query, and takes a tenth off the index.
const HEAD = 12;
const SECTION = 4;

const content = JSON.parse(readFileSync(0, "utf-8"));
const shown = (one) => new Set(stems(`${one.titre} ${one.extrait ?? ""}`));

/** Stem → level of a unit, but for what its result shows: the browser weighs that. */
function levels(unit) {
  const held = new Map();
  for (const one of stems(unit.texte)) held.set(one, held.has(one) ? 1 : 0);
  for (const one of stems(unit.fort ?? "")) held.set(one, 2);
  for (const one of shown(unit)) held.delete(one);
  return held;
}

const documents = content.documents.map((document) => [document, ...document.sections].map(levels));
const spread = new Map();
for (const held of documents.flat()) for (const one of held.keys()) spread.set(one, (spread.get(one) ?? 0) + 1);
const total = documents.flat().length;

// How telling a stem is: rare elsewhere, often here.
const telling = ([stem, level]) => (level + 2) * Math.log(total / spread.get(stem));
for (const document of documents) {
  document.forEach((held, unit) => {
    const light = [...held].filter(([, level]) => level < 2).sort((a, b) => telling(b) - telling(a));
    for (const [stem] of light.slice(unit ? SECTION : HEAD)) held.delete(stem);
  });
}

const postings = new Map();
documents.flat().forEach((held, unit) => {
  for (const [one, level] of held) {
    if (!postings.has(one)) postings.set(one, []);
    postings.get(one).push([unit, level]);
  }
});
const terms = [...postings.keys()].sort();
const lists = terms.map((term) => {
  let last = 0;
  const numbers = postings.get(term).map(([unit, level]) => {
    const gap = unit - last;
    last = unit;
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
