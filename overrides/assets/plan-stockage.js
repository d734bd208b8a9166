// Where this browser keeps the plan: written at an act of the reader only, shared by its tabs.

import { fresh, inserted, items, moved, without } from "./plan.js";

export const KEY = "plan-d-action-1";

/** Text of the storage → key and items. Throws when it was not written here. */
export function parsed(text) {
  if (text === null) return { cle: "", items: [] };
  const value = JSON.parse(text);
  if (!Array.isArray(value?.items)) throw new SyntaxError(KEY);
  return { cle: /^[0-9a-f]{16}$/.test(value.cle) ? value.cle : "", items: items(value.items) };
}

/** What makes the events of this plan unlike those of another: see the calendar. */
const key = () => [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => byte.toString(16).padStart(2, "0")).join("");

/** Fires `change`. `trouble` says why nothing is kept: « refuse », « plein », « illisible ». */
export class Store extends EventTarget {
  plan = parsed(null);
  trouble = "";
  #storage;
  #removed = new Map();

  /** `storage` gives the storage, or throws where the browser refuses it. */
  constructor(storage) {
    super();
    this.#storage = storage;
    this.#load();
  }

  has(id) {
    return this.plan.items.some((item) => item.id === id);
  }

  /** Reads the storage again: another tab may have written. */
  read() {
    this.#load();
    this.dispatchEvent(new Event("change"));
  }

  /** What could not be kept stays in memory as it is. */
  #load() {
    if (this.trouble && this.trouble !== "illisible") return;
    try {
      const text = this.#storage().getItem(KEY);
      this.trouble = "illisible";
      this.plan = parsed(null);
      this.plan = parsed(text);
      this.trouble = "";
    } catch {
      this.trouble ||= "refuse";
    }
  }

  /** Adds items at the end; those removed on this page come back as they were. */
  add(added) {
    this.#write((list) => [...list, ...added.map((one) => this.#removed.get(one.id)?.item ?? one)]);
  }

  /** Adds a sheet with the dates that `today` suggests. */
  choose(sheet, today) {
    this.add([fresh(sheet, today)]);
  }

  remove(id) {
    const index = this.plan.items.findIndex((item) => item.id === id);
    if (index >= 0) this.#removed.set(id, { item: this.plan.items[index], index });
    this.#write((list) => without(list, id));
  }

  /** Puts a removed item back where it was. */
  restore(id) {
    const { item, index } = this.#removed.get(id);
    this.#write((list) => inserted(without(list, id), item, index));
  }

  /** Moves an item by `step` places. */
  move(id, step) {
    this.#write((list) => moved(list, id, step));
  }

  /** Gives a field of an item another value. */
  change(id, field, value) {
    this.#write((list) => list.map((item) => (item.id === id ? { ...item, [field]: value } : item)));
  }

  /** Forgets the plan, in memory and in the browser. */
  clear() {
    this.plan = parsed(null);
    this.#removed.clear();
    this.trouble = "";
    try {
      this.#storage().removeItem(KEY);
    } catch {
      this.trouble = "refuse";
    }
    this.dispatchEvent(new Event("change"));
  }

  /** Another tab may have written since: the change starts from what is kept now. */
  #write(change) {
    if (!this.trouble) this.#load();
    if (this.trouble === "illisible") return;
    this.plan = { cle: this.plan.cle || key(), items: items(change(this.plan.items)) };
    try {
      this.#storage().setItem(KEY, JSON.stringify(this.plan));
      this.trouble = "";
    } catch (error) {
      this.trouble = error?.name === "QuotaExceededError" ? "plein" : "refuse";
    }
    this.dispatchEvent(new Event("change"));
  }
}
