// The search page: the index comes on the first focus, and what is typed here is answered here.

import { criteria } from "./criteres.js";
import { marked } from "./marques.js";
import { closest, corrected, open, search } from "./moteur.js";

const form = document.querySelector("form.recherche-grande");
const field = form.querySelector("input");
const status = document.getElementById("recherche-etat");
const list = document.getElementById("recherche-resultats");
const filters = document.querySelector("[data-criteres]");
const more = document.querySelector("[data-suite]");
const nothing = document.querySelector("[data-rien]");
const near = document.querySelector("[data-proches]");
const meant = document.querySelector("[data-vouliez-vous]");
const ask = document.querySelector("[data-demander]");
const root = new URL("../", form.action).href;
const PAGE = 20;
const title = document.title;

/** A copy on a disk may not fetch: its index comes in a script, before this one. */
async function fetched() {
  if (globalThis.indexDeRecherche) return globalThis.indexDeRecherche;
  const response = await fetch(`${root}search/index.json`);
  return response.ok ? response.json() : Promise.reject(response.status);
}

let shown = PAGE;
let loading;
function load() {
  loading ??= fetched()
    .then((data) => {
      const index = open(data);
      const boxes = criteria(filters, index.facets, () => keep("pushState"));
      boxes.read(new URLSearchParams(location.search));
      return { index, boxes };
    })
    .catch(() => { loading = undefined; });
  return loading;
}

const element = (name, properties, ...children) => {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
};

function shownResult({ item, sections }, stems, facets) {
  const link = element("a", { href: root + item.url }, ...marked(item.title, stems));
  if (item.lang !== "fr") link.lang = item.lang;
  const kind = [item.type[0], ...item.cycle.map((one) => facets.cycle[one])].join(" · ");
  const line = element("li", {}, element("p", { className: "genre" }, kind), link, element("p", {}, ...marked(item.excerpt, stems)));
  if (sections.length) {
    const links = sections.slice(0, 3).flatMap((one) => [" · ", element("a", { href: `${root}${item.url}#${one.id}` }, ...marked(one.title, stems))]);
    line.append(element("p", { className: "dans" }, "Dans la page : ", ...links.slice(1)));
  }
  line.dataset.resultat = "";
  return line;
}

function said(results, kept, unknown) {
  const whole = kept.filter((one) => one.whole).length;
  const count = `${kept.length} résultat${kept.length > 1 ? "s" : ""}`;
  if (!results.length) return "Aucun résultat.";
  if (!kept.length) return "Aucun résultat avec ces critères : décochez-en un.";
  if (unknown.length) return `Le site n’emploie pas « ${unknown.join(" », « ")} ». ${count} ${kept.length > 1 ? "proches" : "proche"}.`;
  if (!whole) return `Aucun résultat ne réunit tous vos mots. ${count} avec une partie.`;
  return whole < kept.length ? `${count}, dont ${whole} avec tous vos mots` : count;
}

function clear() {
  delete list.dataset.pret;
  for (const one of [filters, more, nothing, meant]) one.hidden = true;
}

async function answer() {
  const query = field.value.trim();
  clear();
  if (!query) {
    list.replaceChildren();
    status.textContent = "";
    return;
  }
  const loaded = await load();
  if (query !== field.value.trim()) return;
  if (!loaded) {
    status.textContent = "La recherche n’a pas pu se charger. Réessayez, ou voyez la liste de A à Z, plus bas.";
    return;
  }
  const { index, boxes } = loaded;
  const { results, stems, unknown } = search(index, query);
  const kept = boxes.filter(results);
  list.replaceChildren(...kept.slice(0, shown).map((one) => shownResult(one, stems, index.facets)));
  status.textContent = said(results, kept, unknown);
  filters.hidden = !results.length;
  more.hidden = kept.length <= shown;
  help(index, query, results);
  list.dataset.pret = "";
}

/** What helps when the words were not found: another spelling, close titles, whom to ask. */
function help(index, query, results) {
  const other = corrected(index, query);
  meant.hidden = !other;
  if (other) meant.querySelector("a").replaceChildren(other);
  if (other) meant.querySelector("a").href = `?q=${encodeURIComponent(other)}`;
  nothing.hidden = Boolean(results.length);
  const close = results.length ? [] : closest(index, query, 3);
  if (close.length) near.replaceChildren(...close.map((item) => element("li", {}, element("a", { href: root + item.url, lang: item.lang }, item.title))));
  if (ask) ask.href = ask.dataset.demander + encodeURIComponent(query);
}

/** Puts the state in the address, by `replaceState` once one stops typing, `pushState` after. */
let late;
async function keep(way) {
  shown = PAGE;
  const { boxes } = (await load()) ?? {};
  const write = () => {
    clearTimeout(late);
    const query = new URLSearchParams([...(field.value.trim() ? [["q", field.value.trim()]] : []), ...(boxes?.pairs() ?? [])]).toString();
    history[way](null, "", query ? `?${query}` : location.pathname);
    document.title = field.value.trim() ? `${field.value.trim()} : ${title}` : title;
  };
  answer();
  clearTimeout(late);
  if (way === "pushState") write();
  else late = setTimeout(write, 250);
}

/** Shows what the address and the history say: Back returns to the same place of the same list. */
async function read() {
  const query = new URLSearchParams(location.search);
  const before = history.state;
  field.value = query.get("q") ?? "";
  shown = before?.shown ?? PAGE;
  if (field.value) (await load())?.boxes.read(query);
  document.title = field.value ? `${field.value} : ${title}` : title;
  await answer();
  if (before) scrollTo(0, before.y);
}

const remember = () => history.replaceState({ shown, y: scrollY }, "");

document.querySelector("[data-sans-script]").remove();
field.addEventListener("focus", load, { once: true });
field.addEventListener("input", () => keep("replaceState"));
form.addEventListener("submit", (event) => {
  event.preventDefault();
  keep("pushState");
});
filters.addEventListener("submit", (event) => event.preventDefault());
more.addEventListener("click", () => {
  const before = list.children.length;
  shown += PAGE;
  answer().then(() => list.children[before]?.querySelector("a").focus());
});
history.scrollRestoration = "manual";
list.addEventListener("click", remember);
addEventListener("pagehide", remember);
addEventListener("popstate", read);
read();
