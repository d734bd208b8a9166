// From documents to ranked items: the indexer of the build, then the engine of the page.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

import { anchor, closest, corrected, open, search } from "../../overrides/assets/moteur.js";
import { pack, unpack } from "../../overrides/assets/postes.js";

const INDEXER = fileURLToPath(new URL("../../scripts/search/indexer.mjs", import.meta.url));
const document = (url, titre, texte, more = {}) =>
  ({ url, type: "Page", titre, extrait: "", fort: "", texte, langue: "fr", publics: [], cycles: [], sections: [], ...more });

function indexed(documents, synonymes = {}) {
  const content = { types: ["Page", "Question"], publics: { agents: "Agents" }, cycles: {}, synonymes, documents };
  const done = spawnSync(process.execPath, [INDEXER], { input: JSON.stringify(content), encoding: "utf-8" });
  assert.equal(done.status, 0, done.stderr);
  return open(JSON.parse(done.stdout));
}

const some = [
  document("a", "Focus group", "Le groupe parle de mécénat.", {
    sections: [
      { id: "deroule", titre: "Le déroulé", texte: "Deux heures autour d’une table." },
      { id: "le-materiel", titre: "Le matériel", texte: "Un minuteur, des feuilles." },
    ],
  }),
  document("b", "Mécénat de compétences", "Un salarié aide une association.", { publics: ["agents"], type: "Question" }),
  document("c", "Loi", "L’article L. 8241-3 du code du travail, art. 209."),
];
const index = indexed(some);
const urls = (query, of = index) => search(of, query).results.map((one) => one.item.url);

test("small numbers survive their packing", () => {
  const numbers = [0, 1, 31, 32, 63, 64, 1023, 1024, 123456];
  assert.deepEqual(unpack(pack(numbers)), numbers);
  assert.deepEqual(unpack(pack([])), []);
});

test("the title counts more, typos and prefixes are forgiven", () => {
  for (const query of ["mecenat", "mecenta", "compét", "COMPETENCES", "mécénatt"]) assert.equal(urls(query)[0], "b", query);
  assert.equal(urls("L8241-3")[0], "c");
  assert.equal(urls("209")[0], "c");
});

test("a synonym finds what the site calls otherwise", () => {
  assert.equal(urls("don de temps", indexed(some, { "don de temps": ["mécénat de compétences"] }))[0], "b");
  assert.deepEqual(urls("don de temps"), []);
});

test("an item with all the words comes before one with some", () => {
  const { results } = search(index, "groupe mécénat");
  assert.deepEqual(results.map(({ item, whole }) => [item.url, whole]), [["a", true], ["b", false]]);
});

test("a word of a section leads to its page, a word of a heading to the section", () => {
  const [first] = search(index, "minuteur").results;
  assert.deepEqual([first.item.url, first.sections], ["a", []]);
  assert.deepEqual(search(index, "matériel").results[0].sections.map(({ id }) => id), ["le-materiel"]);
});

test("a word that the site never says is named", () => {
  assert.deepEqual(search(index, "mecenta association").unknown, ["mecenta"]);
  assert.deepEqual(search(index, "mécénat").unknown, []);
  assert.deepEqual(search(index, "zzz").unknown, ["zzz"]);
});

test("type, publics and language come back as they were", () => {
  const [first] = search(index, "association").results;
  assert.deepEqual([first.item.type, first.item.public, first.item.lang], [["Question"], ["agents"], "fr"]);
});

test("a heading gives its anchor as the build writes it", () => {
  assert.equal(anchor("L’origine : trois cycles, annoncés en 2024"), "lorigine-trois-cycles-annonces-en-2024");
});

test("an unknown word is read as the nearest title word, or close titles are offered", () => {
  assert.equal(corrected(index, "mecenta"), "mécénat");
  assert.equal(corrected(index, "mecenat"), "");
  assert.equal(closest(index, "mecanique competente", 3)[0].url, "b");
  assert.deepEqual(closest(index, "zzz", 3), []);
});

test("an empty site answers nothing and does not fail", () => {
  assert.deepEqual(urls("mécénat", indexed([])), []);
});
