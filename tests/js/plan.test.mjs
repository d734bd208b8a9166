// The action plan without a page: what may enter it, what is kept, what leaves it.

import assert from "node:assert/strict";
import { test } from "node:test";

import { after, cleaned, fresh, iso, items, moved } from "../../overrides/assets/plan.js";
import { csv, ics } from "../../overrides/assets/plan-exports.js";
import { fragment, LONGEST, shared } from "../../overrides/assets/plan-lien.js";
import { KEY, Store } from "../../overrides/assets/plan-stockage.js";

const item = (id, more = {}) => cleaned({ id, titre: `Fiche ${id}`, ...more });
const ids = (list) => list.map((one) => one.id);

/** A storage in memory, whose writing may fail as that of a browser does. */
function memory(text = null) {
  const kept = new Map(text === null ? [] : [[KEY, text]]);
  return { kept, refusal: null, getItem: (key) => kept.get(key) ?? null, removeItem: (key) => kept.delete(key), setItem(key, value) {
    if (this.refusal) throw Object.assign(new Error(), { name: this.refusal });
    kept.set(key, value);
  } };
}
const opened = (storage) => new Store(() => storage);

test("what comes from outside is bounded, or refused", () => {
  for (const id of ["../x", "A", "", "a".repeat(81), "a--b", 3, null, "__proto__"]) assert.equal(cleaned({ id }), null, String(id));
  for (const value of [null, undefined, 1, "texte", []]) assert.equal(cleaned(value), null);
  const odd = cleaned({ id: "a", titre: 5, pas: "x".repeat(9999), qui: "a\u0000\u202eb", quand: "2026-02-31", revue: "2026-2-1", etat: "toString", notes: "l1\nl2" });
  assert.deepEqual(odd, { id: "a", titre: "a", pas: "x".repeat(400), qui: "a b", quand: "", revue: "", etat: "a-faire", notes: "l1\nl2" });
  assert.deepEqual(ids(items([{ id: "a" }, null, { id: "a", qui: "deux" }, { id: "b" }])), ["a", "b"]);
  assert.equal(items(Array.from({ length: 900 }, (_, rank) => ({ id: `f${rank}` }))).length, 60);
});

test("dates cross months and years, and a suggested day is worked", () => {
  assert.equal(after("2026-12-31", 1), "2027-01-01");
  assert.equal(after("2028-02-28", 1), "2028-02-29");
  assert.equal(iso(new Date(2026, 10, 3, 23, 59)), "2026-11-03");
  // 15 days after a Friday is a Saturday, after a Saturday a Sunday: both become that Friday.
  assert.equal(fresh({ id: "a" }, "2026-11-20").quand, "2026-12-04");
  assert.equal(fresh({ id: "a" }, "2026-11-21").quand, "2026-12-04");
  assert.equal(fresh({ id: "a" }, "2026-11-23").quand, "2026-12-08");
});

test("an item moves, and stays at either end", () => {
  const list = ["a", "b", "c"].map((id) => item(id));
  assert.deepEqual(ids(moved(list, "c", -1)), ["a", "c", "b"]);
  assert.deepEqual(ids(moved(list, "a", 1)), ["b", "a", "c"]);
  for (const [id, step] of [["a", -1], ["c", 1], ["z", 1]]) assert.deepEqual(moved(list, id, step), list);
});

test("nothing is written before an act of the reader", () => {
  const storage = memory();
  const store = opened(storage);
  assert.equal(storage.kept.size, 0);
  store.choose({ id: "a", titre: "Fiche a" }, "2026-11-23");
  assert.deepEqual(ids(opened(storage).plan.items), ["a"]);
  store.clear();
  assert.equal(storage.kept.size, 0);
});

test("a removed item comes back with what was written, at its place", () => {
  const store = opened(memory());
  store.add([item("a"), item("b", { qui: "Samira" }), item("c")]);
  store.remove("b");
  assert.deepEqual(ids(store.plan.items), ["a", "c"]);
  store.restore("b");
  assert.deepEqual(store.plan.items.map(({ id, qui }) => [id, qui]), [["a", ""], ["b", "Samira"], ["c", ""]]);
  store.remove("b");
  store.choose({ id: "b", titre: "Fiche b" }, "2026-11-23");
  assert.equal(store.plan.items[2].qui, "Samira");
});

test("two tabs do not erase each other", () => {
  const storage = memory();
  const [one, two] = [opened(storage), opened(storage)];
  one.add([item("a")]);
  two.add([item("b")]);
  one.change("a", "qui", "Samira");
  two.read();
  assert.deepEqual(two.plan.items.map(({ id, qui }) => [id, qui]), [["a", "Samira"], ["b", ""]]);
});

test("a refused or full storage leaves the plan in memory, and says so", () => {
  const refused = new Store(() => { throw new Error(); });
  refused.add([item("a")]);
  assert.deepEqual([refused.trouble, ids(refused.plan.items)], ["refuse", ["a"]]);
  const storage = memory();
  const store = opened(storage);
  store.add([item("a")]);
  storage.refusal = "QuotaExceededError";
  store.add([item("b")]);
  store.read();
  assert.deepEqual([store.trouble, ids(store.plan.items)], ["plein", ["a", "b"]]);
  storage.refusal = null;
  store.remove("a");
  assert.deepEqual([store.trouble, ids(opened(storage).plan.items)], ["", ["b"]]);
});

test("an unreadable plan is left alone until the reader gives it up", () => {
  for (const text of ["{", "null", "3", '{"items":3}', '"a"']) {
    const storage = memory(text);
    const store = opened(storage);
    store.add([item("a")]);
    assert.deepEqual([store.trouble, store.plan.items, storage.kept.get(KEY)], ["illisible", [], text]);
    store.clear();
    store.add([item("a")]);
    assert.deepEqual([store.trouble, ids(store.plan.items)], ["", ["a"]]);
  }
  const some = opened(memory('{"items":[{"id":"../x"},{"id":"a"}],"cle":"<b>"}'));
  assert.deepEqual([ids(some.plan.items), some.plan.cle], [["a"], ""]);
});

test("a plan survives its link, but for the titles", () => {
  const list = [item("a", { qui: "Zoé 😀", pas: "Appeler", quand: "2026-12-08", etat: "fait", notes: "l1\nl2" }), item("b")];
  const hash = fragment(list);
  assert.match(hash, /^#plan=1\.[\w-]+$/);
  assert.deepEqual(shared(hash), list.map((one) => ({ ...one, titre: one.id })));
});

test("a hostile or broken link gives nothing, a long one is not made", () => {
  assert.equal(shared(""), null);
  assert.equal(shared("#choisir"), null);
  const packed = (value) => `#plan=1.${Buffer.from(JSON.stringify(value)).toString("base64url")}`;
  const nothing = ["#plan=", "#plan=2.W10", "#plan=1.%", "#plan=1.____", packed(3), packed({}), packed([3]), packed([["../x"]]), packed([null]), `#plan=1.${"A".repeat(99999)}`];
  for (const hash of nothing) assert.deepEqual(shared(hash), [], hash.slice(0, 40));
  assert.equal(fragment(Array.from({ length: 60 }, (_, rank) => item(`f${rank}`, { notes: "x".repeat(2000) }))), "");
  assert.ok(fragment(Array.from({ length: 60 }, (_, rank) => item(`fiche-${rank}`, { qui: "Samira", quand: "2026-12-08" }))).length < LONGEST);
});

const address = (id) => (id === "a" ? "https://exemple.fr/pratiques/a/" : "");
const plan = { cle: "0123456789abcdef", items: [
  item("a", { titre: "Élan ; à, b\\c", pas: "é".repeat(80), quand: "2026-12-31", revue: "2027-03-01", qui: "Samira", notes: "l1\nl2" }),
  item("b", { quand: "2026-12-08" }),
  item("c"),
] };
const calendar = () => ics(plan, { name: "Essai", now: new Date("2026-11-23T16:05:09.123Z"), address });

test("the calendar holds to RFC 5545", () => {
  const text = calendar();
  assert.ok(text.endsWith("END:VCALENDAR\r\n"));
  assert.doesNotMatch(text, /[^\r]\n|\r[^\n]/);
  for (const line of text.split("\r\n")) assert.ok(Buffer.byteLength(line) <= 75, line);
  const lines = text.replaceAll("\r\n ", "").split("\r\n");
  assert.equal(lines.filter((line) => line === "BEGIN:VEVENT").length, 3);
  for (const line of [
    "UID:0123456789abcdef-a-pas@plan-d-action", "DTSTAMP:20261123T160509Z",
    "DTSTART;VALUE=DATE:20261231", "DTEND;VALUE=DATE:20270101",
    "SUMMARY:Revue : Élan \\; à\\, b\\\\c", "DESCRIPTION:Élan \\; à\\, b\\\\c\\nQui : Samira\\nl1\\nl2",
    "URL:https://exemple.fr/pratiques/a/",
  ]) assert.ok(lines.includes(line), line);
  assert.equal(lines.filter((line) => line.startsWith("URL:")).length, 2);
  assert.equal(calendar(), text);
});

test("no cell of the table is a formula", () => {
  const hostile = ["=1+1", "+1", "-1", "@x", "\t=1", "\r=1", " =1", "\n=1", "＝1"];
  const text = csv({ items: hostile.map((qui, rank) => ({ ...item(`f${rank}`), qui, notes: 'dit "non"; oui' })) }, () => "");
  assert.ok(text.startsWith('\ufeff"Pratique";"Premier pas";"Qui"'));
  for (const qui of hostile) assert.ok(text.includes(`;"'${qui}";`), JSON.stringify(qui));
  assert.ok(text.includes('"dit ""non""; oui"'));
  assert.equal(csv({ items: [] }, address).split("\r\n").length, 2);
});
