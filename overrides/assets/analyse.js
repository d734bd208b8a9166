// French words as people type them → stems. The index and the query both pass here.

const ELISION = /(^|[^a-z0-9])(?:lorsqu|puisqu|quoiqu|jusqu|qu|[cdjlmnst])'(?=[a-z0-9])/g;
const CODE_ARTICLE = /\b([lrd])\.?\s*(\d{3,4})\s*-?\s*(\d{1,3})\b/g;
const BIS = /\b(\d+)\s*(bis|ter|quater)\b/g;
const THOUSANDS = /(\d)\s(\d{3})(?!\d)/g;
const WORD = /[a-z]?\d+(?:-\d+)*(?:bis|ter|quater)?|[a-z]+/g;

const STOP = new Set(
  ("a ai alors as au aucun aussi autre aux avec avoir c ca car ce cela ces cet cette ceux chez ci comme comment " +
    "d dans de des donc du elle elles en entre es est et etait ete etre eu eux fait faire faut font ici il ils j je " +
    "l la le les leur leurs lui m ma mais me meme mes moi mon n ne ni nos notre nous on ont ou par pas peu peut peuvent " +
    "peux plus pour pourquoi puis qu quand que quel quelle quelles quels qui quoi s sa sans se sera ses si sont sous " +
    "soit suis sur t ta te tes toi ton tous tout toute toutes tres tu un une va vers vos votre vous y").split(" "),
);

// Longest first; what stays keeps at least three letters, four before the long endings.
const ENDINGS = (
  "issement ivement atrice ateur ation ement ante ance ence euse eure able ible ique iste elle ant ere eur ive ite " +
  "ion ent if ee ez er ir e"
).split(" ");

export function fold(text) {
  return text
    .replace(/[’ʼ]/g, "'")
    .replace(/×/g, "x")
    .replace(/œ/gi, "oe")
    .replace(/æ/gi, "ae")
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase();
}

export function stem(word) {
  if (word.length < 4 || /\d/.test(word)) return word;
  // « jardinier » is near « jardin », but « ouvrier » is not near « ouvre ».
  let short = word.replace(/aux$/, "al").replace(/([^s])[sx]$/, "$1").replace(/(.{6})ie(?:r|re)$/, "$1");
  for (const ending of ENDINGS) {
    const least = ending.length > 2 ? 4 : 3;
    if (short.endsWith(ending) && short.length - ending.length >= least) {
      short = short.slice(0, -ending.length);
      break;
    }
  }
  return short.replace(/(.)\1$/, "$1").replace(/[ey]$/, "");
}

/** Words of a text, folded, elisions cut, article numbers made one: « l’art. L. 8241-3 » → art, l8241-3. */
export function words(text) {
  const plain = fold(text)
    .replace(CODE_ARTICLE, "$1$2-$3")
    .replace(BIS, "$1$2")
    .replace(THOUSANDS, "$1$2")
    .replace(ELISION, "$1")
    .replace(/\bn\+(\d)\b/g, "n$1");
  return plain.match(WORD) ?? [];
}

/** Words worth searching: stop words go, unless nothing else is left. */
export function telling(text) {
  const all = words(text);
  const kept = all.filter((word) => !STOP.has(word));
  return kept.length ? kept : all;
}

/** The stems of the words worth searching. */
export const stems = (text) => telling(text).map(stem);

/** The stems a word would have with one letter too many, or two letters swapped. */
export function slips(word) {
  const found = new Set();
  for (let i = 0; i < word.length; i += 1) {
    found.add(stem(word.slice(0, i) + word.slice(i + 1)));
    found.add(stem(word.slice(0, i) + (word[i + 1] ?? "") + word[i] + word.slice(i + 2)));
  }
  return found;
}

const ROWS = [new Uint8Array(64), new Uint8Array(64), new Uint8Array(64)];

/** True when `b` is `a` with at most `most` letters added, lost, changed or swapped. */
export function near(a, b, most) {
  if (Math.abs(a.length - b.length) > most || b.length > 62) return false;
  let [before, previous, row] = ROWS;
  for (let j = 0; j <= b.length; j += 1) previous[j] = j;
  for (let i = 1; i <= a.length; i += 1) {
    let least = (row[0] = i);
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(previous[j], row[j - 1]) + 1;
      cost = Math.min(cost, previous[j - 1] + (same ? 0 : 1));
      if (!same && i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, before[j - 2] + 1);
      row[j] = cost;
      if (cost < least) least = cost;
    }
    if (least > most) return false;
    [before, previous, row] = [previous, row, before];
  }
  return previous[b.length] <= most;
}
