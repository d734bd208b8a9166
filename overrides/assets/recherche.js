// Plain search: every word of the query must begin a word of the section, accents aside.

import { words } from "./mots.js";

const form = document.querySelector("form.recherche");
const field = form.querySelector("input");
const status = document.getElementById("recherche-etat");
const list = document.getElementById("recherche-resultats");
const root = new URL(form.action).pathname.replace(/recherche\/$/, "");
const MOST = 30;

const plain = (html) => new DOMParser().parseFromString(html, "text/html").body.textContent.trim();

let sections;
async function load() {
  sections ??= fetch(`${root}search/search_index.json`).then(async (answer) => {
    const { docs } = await answer.json();
    return docs.map((doc) => {
      const title = plain(doc.title);
      const text = plain(doc.text);
      return { url: root + doc.location, title, text, titleWords: words(title), words: words(text) };
    });
  });
  return sections;
}

function score(section, query) {
  let total = 0;
  for (const word of query) {
    const inTitle = section.titleWords.some((one) => one.startsWith(word));
    const inText = section.words.filter((one) => one.startsWith(word)).length;
    if (!inTitle && !inText) return 0;
    total += (inTitle ? 10 : 0) + Math.min(inText, 5);
  }
  return total;
}

function show(section) {
  const item = document.createElement("li");
  item.dataset.resultat = "";
  const link = document.createElement("a");
  link.href = section.url;
  link.textContent = section.title;
  const excerpt = document.createElement("p");
  excerpt.textContent = section.text.length > 180 ? `${section.text.slice(0, 180)}…` : section.text;
  item.append(link, excerpt);
  return item;
}

async function search() {
  const query = words(field.value);
  history.replaceState(null, "", query.length ? `?q=${encodeURIComponent(field.value)}` : location.pathname);
  list.replaceChildren();
  delete list.dataset.pret;
  if (!query.length) {
    status.textContent = "";
    return;
  }
  const found = (await load())
    .map((section) => [score(section, query), section])
    .filter(([points]) => points > 0)
    .sort(([a], [b]) => b - a)
    .slice(0, MOST);
  list.replaceChildren(...found.map(([, section]) => show(section)));
  status.textContent = found.length
    ? `${found.length} résultat${found.length > 1 ? "s" : ""}`
    : "Aucun résultat. Essayez un mot plus court, ou la liste de toutes les pages, plus bas.";
  list.dataset.pret = "";
}

document.querySelector("[data-sans-script]").remove();
field.value = new URLSearchParams(location.search).get("q") ?? "";
field.addEventListener("focus", load, { once: true });
field.addEventListener("input", search);
form.addEventListener("submit", (event) => {
  event.preventDefault();
  search();
});
if (field.value) search();
