// The action plan: what an item is, and what may enter it. Neither page nor storage here.

export const MOST = 60;
export const STATES = { "a-faire": "À faire", "en-cours": "En cours", fait: "Fait" };

const LENGTHS = { titre: 200, pas: 400, qui: 120, notes: 2000 };
const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const UNSEEN = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]+/g;

const words = (value, name) => (typeof value === "string" ? value.slice(0, LENGTHS[name]).replace(UNSEEN, " ") : "");

/** `value` when it is a day of the calendar, year-month-day, else nothing. */
function day(value) {
  if (typeof value !== "string" || !/^\d{4}-\d\d-\d\d$/.test(value)) return "";
  const date = new Date(value);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value) ? value : "";
}

/** The local day of a `Date`, as year-month-day. */
export const iso = (date) => [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, "0")).join("-");

/** The day that comes `days` after `from`, both as year-month-day. */
export function after(from, days) {
  const date = new Date(from);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** The same day, or the Friday before when nobody works on it. */
const worked = (from) => after(from, -Math.max(0, ((new Date(from).getUTCDay() + 6) % 7) - 4));

/** An item that may be shown and kept, or null: all that comes from outside passes here. */
export function cleaned(value) {
  const id = value?.id;
  if (typeof id !== "string" || id.length > 80 || !ID.test(id)) return null;
  return {
    id,
    titre: words(value.titre, "titre") || id,
    pas: words(value.pas, "pas"),
    qui: words(value.qui, "qui"),
    quand: day(value.quand),
    revue: day(value.revue),
    etat: Object.keys(STATES).includes(value.etat) ? value.etat : "a-faire",
    notes: words(value.notes, "notes"),
  };
}

/** The items that hold, each sheet once, at most `MOST`. */
export function items(values) {
  const found = new Map();
  for (const item of values.slice(0, 10 * MOST).map(cleaned)) if (item && !found.has(item.id)) found.set(item.id, item);
  return [...found.values()].slice(0, MOST);
}

/** A sheet as it enters the plan: a first step within fifteen days, a review within ninety. */
export const fresh = ({ id, titre, pas }, today) => cleaned({ id, titre, pas, quand: worked(after(today, 15)), revue: worked(after(today, 90)) });

/** `list` without the item `id`. */
export const without = (list, id) => list.filter((item) => item.id !== id);

/** `list` with `item` at the rank `index`. */
export const inserted = (list, item, index) => [...list.slice(0, index), item, ...list.slice(index)];

/** `list` with the item `id` moved by `step` places, or as it was at either end. */
export function moved(list, id, step) {
  const from = list.findIndex((item) => item.id === id);
  const to = from + step;
  return from < 0 || to < 0 || to >= list.length ? list : inserted(without(list, id), list[from], to);
}
