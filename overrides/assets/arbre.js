// Shows a decision tree one question at a time. The answers stand in the
// fragment of the address (#r=…), which no browser sends: links, Back, Forward
// and sharing need nothing else. Every text shown is already in the page.

import { shareable } from "./adresse.js";

const root = document.querySelector("[data-arbre]");
const find = (selector) => root.querySelector(selector);
const places = [...root.querySelectorAll(".arbre-place")];
const answers = [...root.querySelectorAll("[data-cle]")];
const [lost, given, gestures, line] = ["[data-perdu]", "[data-parcours]", "[data-gestes]", "template"].map(find);
const title = document.title;

for (const answer of answers) answer.dataset.vers = answer.hash;
for (const place of places) place.dataset.nom = place.querySelector(".arbre-nom").textContent;

const text = (element) => element.querySelector("[data-texte]").textContent;
const address = (keys) => (keys.length ? `#r=${keys.join(".")}` : "#arbre");
const answersOf = (place) => answers.filter((answer) => place.contains(answer));

// The answers that hold, from the first question on, and the place they lead to.
function follow(keys) {
  const steps = [];
  let place = places[0];
  for (const key of keys) {
    const answer = answersOf(place).find((one) => one.dataset.cle === key);
    if (!answer) break;
    steps.push({ place, answer });
    place = document.getElementById(answer.dataset.vers.slice(1));
  }
  return { steps, place };
}

function summary({ place, answer }, before) {
  const item = line.content.firstElementChild.cloneNode(true);
  for (const one of item.querySelectorAll("[data-question]")) one.textContent = text(place);
  item.querySelector("[data-reponse]").textContent = text(answer);
  item.querySelector("[data-modifier]").href = address(before);
  return item;
}

function showPlace(wanted) {
  const { steps, place } = follow(wanted);
  const keys = steps.map(({ answer }) => answer.dataset.cle);
  lost.hidden = keys.length === wanted.length;
  if (!lost.hidden) history.replaceState(null, "", keys.length ? address(keys) : location.pathname + location.search);
  for (const one of places) one.hidden = one !== place;
  for (const answer of answersOf(place)) answer.href = address([...keys, answer.dataset.cle]);
  given.hidden = !steps.length;
  given.querySelector("ol").replaceChildren(...steps.map((step, rank) => summary(step, keys.slice(0, rank))));
  const ends = place.matches(".arbre-conclusion");
  if (!ends) place.querySelector(".arbre-nom").textContent = place.dataset.nom.replace(/\d+/, steps.length + 1);
  document.title = steps.length ? `${text(place)} | ${title}` : title;
  root.dataset.etat = ends ? "conclusion" : "question";
  return lost.hidden ? place.querySelector("h3") : lost;
}

function showAll(target) {
  for (const one of places) {
    one.hidden = false;
    one.querySelector(".arbre-nom").textContent = one.dataset.nom;
  }
  for (const answer of answers) answer.href = answer.dataset.vers;
  lost.hidden = given.hidden = true;
  document.title = title;
  root.dataset.etat = "entier";
  return places.includes(target) ? target.querySelector("h3") : find("h2");
}

// What the address asks for, and the heading to read first: none when it is another part of the page.
function show() {
  const hash = location.hash.slice(1);
  const wanted = new URLSearchParams(hash).get("r");
  const target = document.getElementById(hash);
  if (wanted !== null) return showPlace(wanted.split(".").filter(Boolean));
  if (find("#arbre-entier").contains(target)) return showAll(target);
  if (hash && !target) return showPlace([""]);
  const elsewhere = target && target.id !== "arbre";
  if (elsewhere && root.dataset.etat) return null;
  const heading = showPlace([]);
  return elsewhere ? null : heading;
}

function go() {
  const heading = show();
  const address = shareable(location.href);
  find("[data-adresse]").hidden = !address;
  find("[data-adresse] span").textContent = address;
  if (!heading) return;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
  const part = heading.closest(".arbre-place") ?? heading;
  const { top, bottom } = part.getBoundingClientRect();
  if (top < 0 || bottom > innerHeight) part.scrollIntoView();
}

gestures.hidden = false;
gestures.querySelector("button").addEventListener("click", () => print());
addEventListener("hashchange", go);
if (location.hash) go();
else show();
