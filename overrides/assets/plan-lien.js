// A plan inside the fragment of a link: the fragment stays in browsers, no server receives it.

import { items, STATES } from "./plan.js";

export const LONGEST = 16000;

const VERSION = "plan=1.";
const FIELDS = ["id", "pas", "qui", "quand", "revue", "etat", "notes"];
const states = Object.keys(STATES);

/** Items → « #plan=1.… », or nothing when it would be too long for a link. */
export function fragment(list) {
  const rows = list.map((item) => {
    const row = FIELDS.map((name) => (name === "etat" ? states.indexOf(item.etat) : item[name]));
    while (!row[row.length - 1]) row.pop();
    return row;
  });
  const bytes = new TextEncoder().encode(JSON.stringify(rows));
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  const packed = btoa(text).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
  return packed.length > LONGEST ? "" : `#${VERSION}${packed}`;
}

/** A fragment → its items; null when it holds no plan, nothing when it cannot be read. */
export function shared(hash) {
  if (!hash.startsWith("#plan=")) return null;
  if (!hash.startsWith(`#${VERSION}`) || hash.length > LONGEST + 10) return [];
  try {
    const text = atob(hash.slice(VERSION.length + 1).replaceAll("-", "+").replaceAll("_", "/"));
    const rows = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(Uint8Array.from(text, (sign) => sign.charCodeAt(0))));
    return items(rows.map(([id, pas, qui, quand, revue, etat, notes]) => ({ id, pas, qui, quand, revue, etat: states[etat], notes })));
  } catch {
    return [];
  }
}
