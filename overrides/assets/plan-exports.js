// The plan for other programs: a calendar (ICS, RFC 5545) and a table (CSV).

import { after, STATES } from "./plan.js";

const WIDTH = 75;
const encoder = new TextEncoder();

/** A line of a calendar, cut so that no piece is over 75 bytes. */
function folded(line) {
  let done = "";
  let left = WIDTH;
  for (const sign of line) {
    const size = encoder.encode(sign).length;
    if (size > left) {
      done += "\r\n ";
      left = WIDTH - 1;
    }
    done += sign;
    left -= size;
  }
  return done;
}

const escaped = (text) => text.replace(/[\\;,]/g, "\\$&").replaceAll("\n", "\\n");
const compact = (day) => day.replaceAll("-", "");

function event(kind, day, summary, item, { key, stamp, address }) {
  const url = address(item.id);
  const notes = [item.titre, item.qui && `Qui : ${item.qui}`, item.notes].filter(Boolean).join("\n");
  return [
    "BEGIN:VEVENT",
    `UID:${key}-${item.id}-${kind}@plan-d-action`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${compact(day)}`,
    `DTEND;VALUE=DATE:${compact(after(day, 1))}`,
    `SUMMARY:${escaped(summary)}`,
    `DESCRIPTION:${escaped(notes)}`,
    ...(url ? [`URL:${url}`] : []),
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ];
}

/** Plan → calendar: an event of one day for each first step, and for each review. */
export function ics(plan, { name, now, address }) {
  const stamp = `${compact(now.toISOString().slice(0, 19)).replaceAll(":", "")}Z`;
  const shared = { key: plan.cle, stamp, address };
  const events = plan.items.flatMap((item) => [
    ...(item.quand ? event("pas", item.quand, `Premier pas : ${item.pas || item.titre}`, item, shared) : []),
    ...(item.revue ? event("revue", item.revue, `Revue : ${item.titre}`, item, shared) : []),
  ]);
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", `PRODID:-//${escaped(name)}//Plan d’action//FR`, "CALSCALE:GREGORIAN", ...events, "END:VCALENDAR"];
  return `${lines.map(folded).join("\r\n")}\r\n`;
}

const HEADS = ["Pratique", "Premier pas", "Qui", "Quand", "Revue", "État", "Notes", "Adresse"];

/** A cell that no spreadsheet takes for a formula. */
const cell = (text) => `"${/^(?:\s*[=+\-@＝＋－＠]|[\t\r])/.test(text) ? "'" : ""}${text.replaceAll('"', '""')}"`;

/** Plan → table for a French spreadsheet: byte order mark, semicolons. */
export function csv(plan, address) {
  const rows = plan.items.map((item) => [item.titre, item.pas, item.qui, item.quand, item.revue, STATES[item.etat], item.notes, address(item.id)]);
  return `\ufeff${[HEADS, ...rows].map((row) => `${row.map(cell).join(";")}\r\n`).join("")}`;
}
