// « Ajouter au plan » on a sheet, on a card of the catalogue, on the page of the plan.

import { iso, MOST } from "./plan.js";
import { KEY, Store } from "./plan-stockage.js";

export const store = new Store(() => localStorage);

const here = Boolean(document.querySelector("[data-plan-page]"));
const PLAN = here ? location.href : document.querySelector(".pied a[href*='plan-d-action/']").href;
const TROUBLES = {
  refuse: "Ce navigateur refuse de garder un plan.",
  plein: "L’espace de ce site dans votre navigateur est plein : votre choix n’est pas gardé.",
  illisible: "Le plan gardé par ce navigateur est illisible.",
};

const announced = document.createElement("p");
announced.className = "invisible";
announced.setAttribute("role", "status");
document.querySelector("main").append(announced);

const element = (name, properties, ...children) => {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
};
const counted = () => `${store.plan.items.length} pratique${store.plan.items.length > 1 ? "s" : ""}`;

function place(spot) {
  const { plan: id, titre } = spot.dataset;
  const label = element("span");
  const button = element("button", { className: "bouton", type: "button" }, label, element("span", { className: "invisible" }, ` : ${titre}`));
  const link = element("a", { href: PLAN, hidden: true });
  const trouble = element("span", { className: "plan-ennui", hidden: true });
  spot.append(button, link, trouble);

  // What is only in memory is lost when the reader leaves this page: it does not count as chosen.
  const chosen = () => store.has(id) && (here || !store.trouble);
  const show = () => {
    label.textContent = chosen() ? "Retirer du plan" : "Ajouter au plan";
    link.textContent = `Voir mon plan (${store.plan.items.length})`;
    link.hidden = here || (!chosen() && !store.trouble);
  };
  button.addEventListener("click", () => {
    const wanted = !chosen();
    if (wanted) store.choose({ id, titre }, iso(new Date()));
    else store.remove(id);
    const full = wanted && !store.has(id) && !store.trouble;
    const said = full ? `Un plan compte ${MOST} pratiques au plus : retirez-en une d’abord.` : here ? "" : TROUBLES[store.trouble];
    trouble.textContent = said ?? "";
    trouble.hidden = !said;
    announced.textContent = said || `Fiche ${wanted ? "ajoutée au" : "retirée du"} plan : ${counted()}.`;
  });
  store.addEventListener("change", show);
  show();
}

for (const spot of document.querySelectorAll("[data-plan]")) place(spot);

// Another tab writes, or the reader comes back to this page: both may show an older plan.
addEventListener("storage", (event) => {
  if (event.key === KEY || event.key === null) store.read();
});
addEventListener("pageshow", (event) => {
  if (event.persisted) store.read();
});
