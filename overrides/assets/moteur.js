// Ranks the items of the site for a query: every word counts, the title counts more.
//
// An item is a head and its sections, each a unit. What a result shows (title,
// excerpt, headings) is weighed here, when the index opens; the text comes weighed
// from the build, and counts for the head. A posting is `unit * 4 + level`.

import { fold, near, slips, stem, stems, telling } from "./analyse.js";
import { unpack } from "./postes.js";

const VALUE = [0.5, 1, 5, 14]; // by level: once in the text, often, in a strong place, in the title
const SATURATION = 2;
const LENGTH = 0.3;
const PREFIX = 0.6;
const TYPO = 0.4;
const SYNONYM = 0.7;
const PART = 0.6; // what a section weighs, beside the head of its item
const TAIL = 0.2; // of the best result’s points, under which a result is noise

/** The anchor that the build gives a heading of this title, when its author gives none. */
export const anchor = (title) =>
  title.normalize("NFKD").replace(/[^\w\s-]/g, "").trim().toLowerCase().replace(/[-\s]+/g, "-");

/** What the build wrote → what `search` reads. */
export function open(data) {
  const types = unpack(data.types);
  const names = Object.fromEntries(Object.entries(data.facettes).map(([name, labels]) => [name, Object.keys(labels)]));
  const items = data.urls.map((url, i) => ({
    url,
    title: data.titres[i],
    excerpt: data.extraits[i],
    lang: data.langues[i] ?? "fr",
    sections: data.sections[i].map(([title, id]) => ({ id: id ?? anchor(title), title })),
    type: [names.type[types[i]]],
    public: unpack(data.publics[i]).map((one) => names.public[one]),
    cycle: unpack(data.cycles[i]).map((one) => names.cycle[one]),
  }));
  const owner = items.flatMap((item, i) => [i, ...item.sections.map(() => i)]);
  const section = items.flatMap((item) => [null, ...item.sections]);
  const heads = owner.flatMap((_, unit) => (section[unit] ? [] : [unit]));
  const postings = weighed(data, heads);
  const add = (unit, level, text) => {
    const words = new Set(stems(text));
    for (const one of words) {
      if (!postings.has(one)) postings.set(one, []);
      postings.get(one).push(unit * 4 + level);
    }
    return words.size;
  };
  items.forEach((item, i) => {
    add(heads[i], 2, item.excerpt);
    item.words = add(heads[i], 3, item.title);
    item.sections.forEach((one, rank) => add(heads[i] + 1 + rank, 2, one.title));
  });
  const lengths = new Float64Array(owner.length);
  for (const list of postings.values()) for (const one of list) lengths[one >> 2] += VALUE[one & 3];
  const average = lengths.reduce((sum, one) => sum + one, 0) / (lengths.length || 1);
  const longs = lengths.map((one) => 1 - LENGTH + (LENGTH * one) / average);
  const synonyms = Object.entries(data.synonymes).map(([typed, said]) => [stems(typed), said.map(telling)]);
  const vocabulary = [...postings.keys()].sort();
  return {
    items,
    owner,
    section,
    postings,
    longs,
    vocabulary,
    masks: Int32Array.from(vocabulary, letters),
    synonyms,
    facets: data.facettes,
    meant: new Map(), // what each typed word may mean, found once
  };
}

function weighed({ termes, listes }, heads) {
  const numbers = unpack(listes);
  const postings = new Map();
  let at = 0;
  for (const term of termes ? termes.split(" ") : []) {
    const list = [];
    let item = 0;
    for (let left = numbers[at++]; left > 0; left -= 1) {
      const gap = numbers[at++];
      item += gap >> 2;
      list.push(heads[item] * 4 + (gap & 3));
    }
    postings.set(term, list);
  }
  return postings;
}

/** The first place of the sorted vocabulary that is not before `word`. */
function place(vocabulary, word) {
  let low = 0;
  for (let high = vocabulary.length; low < high; ) {
    const middle = (low + high) >> 1;
    if (vocabulary[middle] < word) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The stems of the index that a typed word may mean, each with its share of the points. */
function meanings(index, typed) {
  if (!index.meant.has(typed)) index.meant.set(typed, meant(index, typed));
  return index.meant.get(typed);
}

function meant({ postings, vocabulary, masks }, typed) {
  const found = new Map();
  const word = stem(typed);
  if (postings.has(word)) found.set(word, 1);
  if (word.length > 2 || !found.size) {
    for (let i = place(vocabulary, word); vocabulary[i]?.startsWith(word); i += 1) {
      if (vocabulary[i] !== word) found.set(vocabulary[i], PREFIX);
    }
  }
  const shorter = typed.slice(0, -1); // an ending half typed: « quoti » for « quotité », of stem « quot »
  if (!postings.has(word) && typed.length > 4 && postings.has(shorter)) found.set(shorter, PREFIX);
  if (found.size || typed.length < 5 || /\d/.test(typed)) return found;
  for (const one of slips(typed)) if (postings.has(one)) found.set(one, TYPO);
  const most = word.length > 7 ? 2 : 1;
  const asked = letters(word);
  vocabulary.forEach((one, i) => {
    if (bits(asked ^ masks[i]) <= 2 * most && near(word, one, most)) found.set(one, TYPO);
  });
  return found;
}

/** The letters of a word as bits: words that share too few of them need no closer look. */
function letters(word) {
  let mask = 0;
  for (let i = 0; i < word.length; i += 1) mask |= 1 << (word.charCodeAt(i) - 97);
  return mask;
}

function bits(mask) {
  let count = 0;
  for (let left = mask; left; left &= left - 1) count += 1;
  return count;
}

/** What to look for: each word is met by itself, or by all the words of one of its synonyms. */
function groups(index, asked) {
  const found = asked.map((word) => ({ ways: [[word]] }));
  const stemmed = asked.map(stem);
  for (const [typed, said] of index.synonyms) {
    const at = stemmed.findIndex((_, i) => typed.every((one, j) => stemmed[i + j] === one));
    if (at < 0 || !typed.length) continue;
    for (let j = 0; j < typed.length; j += 1) found[at + j].ways.push(...said);
  }
  return found;
}

/** How rare a word is: all that it may mean counts as one word. */
function rare({ owner, postings }, meant) {
  let count = 0;
  for (const one of meant) count += postings.get(one).length;
  return Math.log(1 + owner.length / (count || 1));
}

/** A table of points by item, and the unit that gave them. */
const table = (size) => ({ gained: new Float64Array(size), unit: new Int32Array(size), touched: [] });

function give(points, item, gained, unit) {
  if (gained <= points.gained[item]) return;
  if (!points.gained[item]) points.touched.push(item);
  points.gained[item] = gained;
  points.unit[item] = unit;
}

/** Points of every item for one way of saying a word, all of its words being there. */
function points(index, way, share, met) {
  let all;
  for (const word of way) {
    const best = table(index.items.length);
    const said = meanings(index, word);
    const rarity = rare(index, said.keys());
    for (const [one, part] of said) {
      met.add(one);
      for (const posting of index.postings.get(one)) {
        const unit = posting >> 2;
        const count = VALUE[posting & 3];
        const weight = (index.section[unit] ? PART : 1) * (share / way.length) * part * rarity;
        const gained = (weight * count) / (count + SATURATION * index.longs[unit]);
        give(best, index.owner[unit], gained, unit);
      }
    }
    all = all ? both(all, best) : best;
  }
  return all ?? table(0);
}

/** The items of two tables that are in both, with the points of both. */
function both(one, other) {
  const found = table(one.gained.length);
  for (const item of one.touched) {
    if (other.gained[item]) give(found, item, one.gained[item] + other.gained[item], other.unit[item]);
  }
  return found;
}

/**
 * Items by points, best first; one that lacks words loses as much of its points.
 *
 * Each result says whether it has all the words, and which of its sections are about
 * them; `stems` are those met, for who marks words; `unknown` the words never said.
 */
export function search(index, query) {
  const asked = [...new Set(telling(query))];
  const met = new Set();
  const totals = new Map();
  const ways = groups(index, asked);
  const unknown = asked.filter((word, i) => ways[i].ways.length === 1 && guessed(index, word));
  for (const { ways: each } of ways) {
    const best = table(index.items.length);
    each.forEach((way, rank) => {
      const own = points(index, way, rank ? SYNONYM : 1, met);
      for (const item of own.touched) give(best, item, own.gained[item], own.unit[item]);
    });
    for (const item of best.touched) {
      const had = totals.get(item) ?? { words: 0, total: 0, units: [] };
      had.words += 1;
      had.total += best.gained[item];
      had.units.push(best.unit[item]);
      totals.set(item, had);
    }
  }
  const results = [...totals]
    .map(([i, { words, total, units }]) => ({
      item: index.items[i],
      sections: [...new Set(units)].map((unit) => index.section[unit]).filter(Boolean),
      whole: words === asked.length,
      points: (total * words) / asked.length / (1 + 0.02 * index.items[i].words),
    }))
    .sort((a, b) => b.points - a.points);
  return { results: results.filter((one) => one.points > TAIL * results[0].points), stems: met, unknown };
}

/** True when the site never says a typed word: at best it says one that looks like it. */
function guessed(index, word) {
  return [...meanings(index, word).values()].every((share) => share === TYPO);
}

/** The query with each unknown word replaced by the nearest one that a title bears, or "". */
export function corrected(index, query) {
  let changed = false;
  const words = telling(query).map((typed) => {
    const near = meanings(index, typed);
    if (!near.size || !guessed(index, typed)) return typed;
    const said = index.items
      .flatMap(({ title }) => title.match(/[\p{L}\d]+/gu) ?? [])
      .find((word) => near.has(stem(fold(word))))
      ?.toLowerCase();
    changed ||= Boolean(said);
    return said ?? typed;
  });
  return changed ? words.join(" ") : "";
}

const triples = (text) => new Set(telling(text).flatMap((word) => [...word].map((_, i) => ` ${word} `.slice(i, i + 3))));

/** The items whose titles look most like a query that nothing answers: at most `most`. */
export function closest(index, query, most) {
  const asked = triples(query);
  return index.items
    .map((item) => {
      const own = triples(item.title);
      const shared = [...asked].filter((one) => own.has(one)).length;
      return { item, likeness: (2 * shared) / (asked.size + own.size || 1) };
    })
    .filter(({ likeness }) => likeness > 0.15)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, most)
    .map(({ item }) => item);
}
