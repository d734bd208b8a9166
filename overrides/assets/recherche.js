// The search page: the index comes on the first focus, and what is typed here is answered here.

import { build, search } from "./moteur.js";

const form = document.querySelector("form.recherche");
const field = form.querySelector("input");
const status = document.getElementById("recherche-etat");
const list = document.getElementById("recherche-resultats");
const root = new URL(form.action).pathname.replace(/recherche\/$/, "");
const MOST = 30;

const plain = (html) => new DOMParser().parseFromString(html, "text/html").body.textContent.trim();

const get = async (name) => (await fetch(`${root}search/${name}.json`)).json();

const pageOf = (docs, doc) => {
  const [address, anchor] = doc.location.split("#");
  return anchor ? plain(docs.find((one) => one.location === address)?.title ?? "") : "";
};

let index;
function load() {
  index ??= Promise.all([get("search_index"), get("synonymes")]).then(([{ docs }, synonyms]) =>
    build(docs.map((doc) => ({ url: root + doc.location, title: plain(doc.title), text: plain(doc.text), page: pageOf(docs, doc) })), synonyms),
  );
  return index;
}

function show({ section }) {
  const item = document.createElement("li");
  item.dataset.resultat = "";
  const link = document.createElement("a");
  link.href = section.url;
  link.textContent = section.title;
  const place = document.createElement("p");
  place.className = "preuve";
  place.textContent = section.page;
  const excerpt = document.createElement("p");
  excerpt.textContent = section.text.length > 180 ? `${section.text.slice(0, 180)}…` : section.text;
  item.append(link, place, excerpt);
  return item;
}

function say(found) {
  const whole = found.filter((one) => one.whole).length;
  if (whole > MOST) return `Les ${MOST} premiers résultats sur ${whole}`;
  if (whole) return `${whole} résultat${whole > 1 ? "s" : ""}`;
  if (found.length) return "Aucun résultat ne réunit tous vos mots. Voici les plus proches.";
  return "Aucun résultat. Essayez d’autres mots, ou la liste de toutes les pages, plus bas.";
}

async function answer() {
  const query = field.value.trim();
  history.replaceState(null, "", query ? `?q=${encodeURIComponent(query)}` : location.pathname);
  delete list.dataset.pret;
  if (!query) {
    list.replaceChildren();
    status.textContent = "";
    return;
  }
  let found;
  try {
    found = search(await load(), query);
  } catch {
    index = undefined;
    status.textContent = "La recherche n’a pas pu se charger. Réessayez, ou voyez la liste de toutes les pages, plus bas.";
    return;
  }
  if (query !== field.value.trim()) return;
  const whole = found.filter((one) => one.whole);
  list.replaceChildren(...(whole.length ? whole : found).slice(0, MOST).map(show));
  status.textContent = say(found);
  list.dataset.pret = "";
}

document.querySelector("[data-sans-script]").remove();
field.value = new URLSearchParams(location.search).get("q") ?? "";
field.addEventListener("focus", load, { once: true });
field.addEventListener("input", answer);
form.addEventListener("submit", (event) => {
  event.preventDefault();
  answer();
});
if (field.value) answer();
