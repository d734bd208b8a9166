// Ranks the sections of the site for a query: every word counts, the title counts more.

import { near, stems } from "./analyse.js";

const TITLE = 14;
const SATURATION = 2;
const LENGTH = 0.6;
const PREFIX = 0.6;
const TYPO = 0.4;
const SYNONYM = 0.7;

/** An index of `{ url, title, text }` sections; `synonyms` maps what is typed to what the site says. */
export function build(sections, synonyms = {}) {
  const postings = new Map();
  const lengths = sections.map(() => 0);
  sections.forEach((section, id) => {
    const add = (text, weight) => {
      for (const one of stems(text)) {
        lengths[id] += weight;
        if (!postings.has(one)) postings.set(one, new Map());
        const counts = postings.get(one);
        counts.set(id, (counts.get(id) ?? 0) + weight);
      }
    };
    add(section.title, TITLE);
    add(section.text, 1);
  });
  const others = Object.entries(synonyms).map(([typed, said]) => [stems(typed), said.map(stems)]);
  const average = lengths.reduce((sum, one) => sum + one, 0) / (sections.length || 1);
  return { sections, postings, lengths, average, vocabulary: [...postings.keys()], synonyms: others };
}

/** The stems of the index that a query word may mean, each with its share of the points. */
function meanings(index, word) {
  const found = new Map();
  if (index.postings.has(word)) found.set(word, 1);
  if (word.length > 2) {
    for (const one of index.vocabulary) {
      if (one.startsWith(word) && !found.has(one)) found.set(one, PREFIX);
    }
  }
  if (found.size || word.length < 4 || /\d/.test(word)) return found;
  const most = word.length > 7 ? 2 : 1;
  for (const one of index.vocabulary) {
    if (near(word, one, most)) found.set(one, TYPO);
  }
  return found;
}

/** What to look for: each group is met by its own word, or by all the words of one of its synonyms. */
function groups(index, asked) {
  const found = asked.map((word) => ({ ways: [[word]] }));
  for (const [typed, said] of index.synonyms) {
    const at = asked.findIndex((_, i) => typed.every((one, j) => asked[i + j] === one));
    if (at < 0 || !typed.length) continue;
    for (let j = 0; j < typed.length; j += 1) found[at + j].ways.push(...said);
  }
  return found;
}

/** Points of every section for one way of saying a word: all of its words must be there. */
function points(index, way, share) {
  let all;
  for (const word of way) {
    const best = new Map();
    for (const [one, part] of meanings(index, word)) {
      const counts = index.postings.get(one);
      const rarity = Math.log(1 + index.sections.length / counts.size);
      for (const [id, count] of counts) {
        const long = 1 - LENGTH + (LENGTH * index.lengths[id]) / index.average;
        const gained = ((share / way.length) * part * rarity * count) / (count + SATURATION * long);
        best.set(id, Math.max(best.get(id) ?? 0, gained));
      }
    }
    const before = all;
    all = before ? new Map([...best].filter(([id]) => before.has(id)).map(([id, more]) => [id, before.get(id) + more])) : best;
  }
  return all;
}

/** Sections by points, best first; a section that lacks a word comes after those that have all. */
export function search(index, query) {
  const asked = [...new Set(stems(query))];
  const totals = new Map();
  for (const { ways } of groups(index, asked)) {
    const best = new Map();
    ways.forEach((way, rank) => {
      for (const [id, gained] of points(index, way, rank ? SYNONYM : 1)) {
        best.set(id, Math.max(best.get(id) ?? 0, gained));
      }
    });
    for (const [id, gained] of best) {
      const had = totals.get(id) ?? { words: 0, total: 0 };
      totals.set(id, { words: had.words + 1, total: had.total + gained });
    }
  }
  const length = (id) => stems(index.sections[id].title).length;
  return [...totals]
    .map(([id, { words, total }]) => ({ id, words, total: total / (1 + 0.02 * length(id)) }))
    .sort((a, b) => b.words - a.words || b.total - a.total)
    .map(({ id, words }) => ({ section: index.sections[id], whole: words === asked.length }));
}
