// Filters a long list in place. Without JavaScript the whole list stays, and no field shows.

import { words } from "./analyse.js";

const text = document.querySelector(".texte");
const level = text.querySelector("h3") ? "h3" : "h2";
const entries = [...text.querySelectorAll(level)].filter((heading) => heading.id !== "sources").map((heading) => {
  const parts = [heading];
  for (let next = heading.nextElementSibling; next && !next.matches("h2, h3, footer"); next = next.nextElementSibling) {
    parts.push(next);
  }
  let group = level === "h3" ? heading.previousElementSibling : null;
  while (group && !group.matches("h2")) group = group.previousElementSibling;
  return { parts, group, words: words(parts.map((part) => part.textContent).join(" ")) };
});
const groups = new Map();
for (const entry of entries) groups.set(entry.group, [...(groups.get(entry.group) ?? []), entry]);

const form = document.createElement("form");
form.className = "recherche filtre";
const label = document.createElement("label");
label.htmlFor = "filtre";
label.textContent = "Filtrer cette liste par mot";
const field = document.createElement("input");
field.id = "filtre";
field.type = "search";
field.autocomplete = "off";
const status = document.createElement("p");
status.setAttribute("role", "status");
form.append(label, field, status);
text.querySelector("h2").before(form);

function apply() {
  const wanted = words(field.value);
  let count = 0;
  for (const [group, listed] of groups) {
    let any = false;
    for (const entry of listed) {
      const kept = wanted.every((word) => entry.words.some((one) => one.startsWith(word)));
      for (const part of entry.parts) part.hidden = !kept;
      any ||= kept;
      count += kept;
    }
    for (let part = group; part && !part.matches("h3"); part = part.nextElementSibling) {
      part.hidden = !any;
    }
  }
  status.textContent = wanted.length ? `${count} sur ${entries.length}${count ? "" : ". Effacez le filtre pour revoir la liste."}` : "";
}

field.addEventListener("input", apply);
form.addEventListener("submit", (event) => event.preventDefault());
