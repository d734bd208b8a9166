// Ranks the items of the site for a query: every word counts, the title counts more.
//
// An item is a head and its sections, each a unit. What a result shows (title,
// excerpt, headings) is weighed here, when the index opens; the rest of the text
// comes weighed from the build. A posting is `unit * 4 + level`.

import { fold, near, slips, stem, stems, telling } from "./analyse.js";
import { unpack } from "./postes.js";

const VALUE = [1, 2, 5, 14]; // by level: once in the text, often, in a strong place, in the title
const SATURATION = 2;
const LENGTH = 0.6;
const PREFIX = 0.6;
const TYPO = 0.4;
const SYNONYM = 0.7;
const PART = 0.6; // what a section weighs, beside the head of its item
const TAIL = 0.12; // of the best result’s points, under which a result is noise

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
  const owner = [];
  const section = [];
  const postings = weighed(data);
  items.forEach((item, i) => {
    const add = (level, text) => {
      const words = new Set(stems(text));
      for (const one of words) {
        const list = postings.get(one);
        const posting = (owner.length - 1) * 4 + level;
        if (list) list.push(posting);
        else postings.set(one, [posting]);
      }
      return words.size;
    };
    owner.push(i);
    section.push(null);
    add(2, item.excerpt);
    item.words = add(3, item.title);
    for (const one of item.sections) {
      owner.push(i);
      section.push(one);
      add(2, one.title);
    }
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

function weighed({ termes, listes }) {
  const numbers = unpack(listes);
  const postings = new Map();
  let at = 0;
  for (const term of termes ? termes.split(" ") : []) {
    const list = [];
    let unit = 0;
    for (let left = numbers[at++]; left > 0; left -= 1) {
      const gap = numbers[at++];
      unit += gap >> 2;
      list.push(unit * 4 + (gap & 3));
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
  if (found.size || typed.length < 4 || /\d/.test(typed)) return found;
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
 * Each result says whether it has all the words, and which of its sections hold
 * them; `stems` are those met, for who marks words, `typos` what was read otherwise.
 */
export function search(index, query) {
  const asked = [...new Set(telling(query))];
  const met = new Set();
  const totals = new Map();
  for (const { ways } of groups(index, asked)) {
    const best = table(index.items.length);
    ways.forEach((way, rank) => {
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
  return { results: results.filter((one) => one.points > TAIL * results[0].points), stems: met };
}

/** The query with each unknown word replaced by the nearest one that a title bears, or "". */
export function corrected(index, query) {
  let changed = false;
  const words = telling(query).map((typed) => {
    const near = meanings(index, typed);
    if (!near.size || ![...near.values()].every((share) => share === TYPO)) return typed;
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
