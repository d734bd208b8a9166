// The French analyser.

import assert from "node:assert/strict";
import { test } from "node:test";

import { near, slips, stem, stems, words } from "../../overrides/assets/analyse.js";

const same = (...texts) => {
  const [first, ...others] = texts.map((text) => stems(text).join(" "));
  for (const other of others) assert.equal(other, first, texts.join(" / "));
};

test("accents, case and ligatures do not count", () => {
  same("mécénat de compétences", "MECENAT DE COMPETENCES", "mecenat competences");
  same("cœur", "coeur");
});

test("elisions are cut, with any apostrophe", () => {
  same("l’engagement", "l'engagement", "engagement");
  same("jusqu’à l’hôpital", "hopital");
});

test("plural and singular, feminine and masculine meet", () => {
  same("salarié", "salariés", "salariée", "salariées");
  same("chantier", "chantiers");
  same("local", "locaux");
  same("animateur", "animatrices");
});

test("verbs and their nouns meet", () => {
  same("engager", "engagement", "engagements", "engagé");
  same("recenser", "recensement");
  same("former", "formation");
});

test("article and decree numbers are one word however they are typed", () => {
  for (const typed of ["L. 8241-3", "L8241-3", "l 8241-3", "L.8241 3"]) {
    assert.deepEqual(words(typed), ["l8241-3"], typed);
  }
  assert.deepEqual(words("art. 238 bis"), ["art", "238bis"]);
  assert.deepEqual(words("décret n° 2022-1682"), ["decret", "n", "2022-1682"]);
});

test("thousands are one number, with any space", () => {
  same("3 500 habitants", "3500 habitants", "3\u202f500 habitants");
});

test("hyphens part words, stop words go unless they are all there is", () => {
  same("mise-à-disposition", "mise à disposition");
  assert.deepEqual(stems("qui est-ce"), stems("qui est ce"));
  assert.notEqual(stems("qui").length, 0);
});

test("one or two slips are near, more are not", () => {
  assert.ok(near("mecenat", "mecnat", 1));
  assert.ok(near("mecenat", "mecenta", 1));
  assert.ok(!near("mecenat", "marathon", 2));
});

test("a letter too many or two swapped lead back to the word", () => {
  assert.ok(slips("laicitee").has(stem("laicite")));
  assert.ok(slips("assocaition").has(stem("association")));
});

test("an ending is not cut when what stays would mean something else", () => {
  assert.notEqual(stem("ouvriers"), stem("ouvre"));
  same("ouvrier", "ouvrière", "ouvriers");
  same("jardinier", "jardin");
  same("3×8", "3x8");
});
