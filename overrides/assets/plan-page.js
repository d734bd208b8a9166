// The page of the plan: what the reader does there, and what comes by a link.

import { shareable } from "./adresse.js";
import { STATES } from "./plan.js";
import { store } from "./plan-bouton.js";
import { Cards } from "./plan-cartes.js";
import { csv, ics } from "./plan-exports.js";
import { fragment } from "./plan-lien.js";
import { receive } from "./plan-recu.js";

const page = document.querySelector("[data-plan-page]");
const part = (name) => page.querySelector(`[data-${name}]`);
const status = part("dit");
const printed = page.querySelector("tbody");
const dialog = page.querySelector("dialog");
const said = (text) => { status.textContent = text; };
const many = (count) => `${count} pratique${count > 1 ? "s" : ""}`;
const element = (name, ...children) => {
  const made = document.createElement(name);
  made.append(...children);
  return made;
};

// The list of the page is the list of the sheets: nothing to fetch, and no doubt on what still exists.
const sheets = new Map([...document.querySelectorAll("[data-plan]")].map((spot) => {
  const line = spot.closest("li");
  const cycle = spot.closest("details").className.match(/cycle-(\S+)/)[1];
  return [spot.dataset.plan, { titre: spot.dataset.titre, url: line.querySelector("a").href, resume: line.querySelector("p").textContent, cycle }];
}));
const address = (id) => shareable(sheets.get(id)?.url ?? "");
const named = (item) => sheets.get(item.id)?.titre ?? item.titre;

let removed = null;
const cards = new Cards(part("cartes"), page.querySelector("template"), sheets, {
  change: (id, name, value) => store.change(id, name, value),
  move(id, step, button) {
    const before = store.plan.items.findIndex((item) => item.id === id);
    store.move(id, step);
    const rank = store.plan.items.findIndex((item) => item.id === id);
    button.focus();
    said(rank === before ? `Déjà ${step < 0 ? "en tête" : "à la fin"}.` : `Rang ${rank + 1} sur ${store.plan.items.length}.`);
  },
  remove(id) {
    const index = store.plan.items.findIndex((item) => item.id === id);
    const undo = Object.assign(element("button", "Annuler"), { className: "bouton", type: "button" });
    removed = { id, index, line: element("li", element("p", `«\u00a0${named(store.plan.items[index])}\u00a0» est retirée. `, undo)) };
    undo.addEventListener("click", () => {
      removed = null;
      store.restore(id);
      cards.of(id)?.querySelector("[data-retirer]").focus();
      said("Fiche remise à sa place.");
    });
    store.remove(id);
    undo.focus();
    said(`Fiche retirée. Reste ${many(store.plan.items.length)}.`);
  },
});

const TROUBLES = {
  refuse: "Ce navigateur refuse de garder des données : ce plan disparaîtra avec cette page. Imprimez-le, ou copiez le lien.",
  plein: "L’espace de ce site dans votre navigateur est plein : vos derniers changements disparaîtront avec cette page. Imprimez le plan, ou copiez le lien.",
  illisible: "Le plan gardé par ce navigateur est illisible. Rien n’a été effacé.",
};

function show() {
  const { items } = store.plan;
  if (removed && items.some((item) => item.id === removed.id)) removed = null;
  cards.show(items.map((item) => ({ ...item, titre: named(item) })), removed);
  part("vide").hidden = Boolean(items.length);
  for (const one of page.querySelectorAll("[data-rempli]")) one.hidden = !items.length;
  page.classList.toggle("rempli", Boolean(items.length));
  part("ennui").hidden = !store.trouble;
  part("ennui").querySelector("p").textContent = TROUBLES[store.trouble] ?? "";
  part("repartir").hidden = store.trouble !== "illisible";
  part("lien").hidden = true;
  page.querySelector("caption").textContent = `Imprimé le ${new Date().toLocaleDateString("fr-FR", { dateStyle: "long" })}`;
  printed.replaceChildren(...items.map((item) => {
    const dates = [item.quand, item.revue].map((day) => day.split("-").reverse().join("/"));
    const texts = [item.pas, item.qui, ...dates, STATES[item.etat], item.notes];
    const title = Object.assign(element("th", element("strong", named(item)), element("small", address(item.id))), { scope: "row" });
    return element("tr", title, ...texts.map((text) => element("td", text)));
  }));
}

function save(name, type, text) {
  const url = URL.createObjectURL(new Blob([text], { type }));
  Object.assign(document.createElement("a"), { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
  said(`Fichier ${name} enregistré.`);
}

const titled = () => ({ ...store.plan, items: store.plan.items.map((item) => ({ ...item, titre: named(item) })) });
part("imprimer").addEventListener("click", () => print());
part("csv").addEventListener("click", () => save("plan-d-action.csv", "text/csv;charset=utf-8", csv(titled(), address)));
part("ics").addEventListener("click", () => {
  if (!store.plan.items.some((item) => item.quand || item.revue)) return said("Aucune date à mettre dans l’agenda.");
  const name = document.querySelector('meta[property="og:site_name"]').content;
  return save("plan-d-action.ics", "text/calendar;charset=utf-8", ics(titled(), { name, now: new Date(), address }));
});
part("lier").hidden = !shareable(location.href);
part("lier").addEventListener("click", async () => {
  const hash = fragment(store.plan.items);
  if (!hash) return said("Ce plan est trop long pour un lien : raccourcissez les notes, ou envoyez le tableau (CSV).");
  const field = part("lien").querySelector("input");
  field.value = shareable(location.href.split("#")[0]) + hash;
  try {
    await navigator.clipboard.writeText(field.value);
    return said("Lien copié. Il contient tout ce que vous avez écrit, noms compris.");
  } catch {
    part("lien").hidden = false;
    field.select();
    return said("Copiez ce lien. Il contient tout ce que vous avez écrit, noms compris.");
  }
});
part("vider").addEventListener("click", () => dialog.showModal());
dialog.addEventListener("close", () => {
  if (dialog.returnValue !== "oui") return;
  dialog.returnValue = "";
  removed = null;
  store.clear();
  document.getElementById("votre-plan").focus();
  said("Plan effacé.");
});
part("repartir").addEventListener("click", () => {
  store.clear();
  document.getElementById("votre-plan").focus();
});

store.addEventListener("change", show);
document.querySelector("[data-sans-script]").remove();
page.hidden = false;
show();
receive({ part, sheets, said, many });
