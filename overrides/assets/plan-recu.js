// A plan that comes by a link: shown first, and written only when the reader accepts it.

import { cleaned } from "./plan.js";
import { store } from "./plan-bouton.js";
import { shared } from "./plan-lien.js";

const line = (text) => Object.assign(document.createElement("li"), { textContent: text });

/** Offers the plan of the address, now and when it changes. `part` finds the parts of the page. */
export function receive({ part, sheets, said, many }) {
  const title = document.getElementById("plan-recu");

  function offer() {
    const found = shared(location.hash);
    part("recu").hidden = !found;
    if (!found) return;
    const known = found.filter((item) => sheets.has(item.id)).map((item) => cleaned({ ...item, titre: sheets.get(item.id).titre }));
    const added = known.filter((item) => !store.has(item.id));
    const kept = known.length - added.length;
    const gone = found.length - known.length;
    const sentences = [
      !found.length && "Il est incomplet ou illisible : demandez-le de nouveau.",
      kept && `Déjà dans votre plan, et laissées telles quelles : ${many(kept)}.`,
      gone && `Disparues du site depuis : ${many(gone)}.`,
    ];
    part("recu-dit").textContent = sentences.filter(Boolean).join(" ");
    part("recu").querySelector("ul").replaceChildren(...added.map((item) => line(item.titre)));
    part("accepter").hidden = !added.length;
    part("accepter").textContent = `Ajouter ${many(added.length)} à votre plan`;
    part("accepter").onclick = () => leave(() => store.add(added), `${many(added.length)} en plus dans votre plan.`);
  }

  function leave(act, text) {
    history.replaceState(null, "", location.pathname + location.search);
    part("recu").hidden = true;
    act();
    document.getElementById("votre-plan").focus();
    said(text);
  }

  part("ignorer").addEventListener("click", () => leave(() => {}, "Le plan du lien est ignoré."));
  addEventListener("hashchange", () => {
    offer();
    if (!part("recu").hidden) title.focus();
  });
  offer();
}
