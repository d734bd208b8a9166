// The cards of the plan: made from the template of the page, kept where they are as it changes.

const field = (form, name) => form.querySelector(`[name="${name}"]`);
const FIELDS = ["pas", "qui", "quand", "revue", "etat", "notes"];

/** A list of cards. `sheets` gives the title, address and summary of each sheet that exists. */
export class Cards {
  #cards = new Map();

  constructor(list, template, sheets, acts) {
    Object.assign(this, { list, template, sheets, acts });
  }

  /** Shows `items` in order, and the notice of the one just removed, at the rank it had. */
  show(items, removed) {
    const focused = document.activeElement;
    for (const [id, card] of this.#cards) if (!items.some((item) => item.id === id)) (card.remove(), this.#cards.delete(id));
    const lines = items.map((item, rank) => this.#filled(item, rank, items.length));
    if (removed) lines.splice(removed.index, 0, removed.line);
    for (const line of [...this.list.children]) if (!lines.includes(line)) line.remove();
    lines.forEach((line, rank) => { if (this.list.children[rank] !== line) this.list.insertBefore(line, this.list.children[rank] ?? null); });
    // A card that moves loses the focus of what it holds.
    if (focused !== document.activeElement && this.list.contains(focused)) focused.focus();
  }

  /** The card of an item. */
  of(id) {
    return this.#cards.get(id);
  }

  #made(item) {
    const card = this.template.content.cloneNode(true).firstElementChild;
    const sheet = this.sheets.get(item.id);
    const title = card.querySelector("h3");
    const name = sheet?.titre ?? item.titre;
    if (sheet) title.append(Object.assign(document.createElement("a"), { href: sheet.url, textContent: name }));
    else title.textContent = name;
    card.querySelector("[role=group]").setAttribute("aria-label", name);
    if (sheet) card.classList.add(`cycle-${sheet.cycle}`);
    card.querySelector("[data-resume]").textContent = sheet?.resume ?? "";
    card.querySelector("[data-resume]").hidden = !sheet;
    card.querySelector("[data-disparue]").hidden = Boolean(sheet);
    for (const extra of card.querySelectorAll("button .invisible")) extra.textContent = ` : ${name}`;
    for (const name of FIELDS) field(card, name).addEventListener("input", (event) => this.acts.change(item.id, name, event.target.value));
    for (const button of card.querySelectorAll("[data-pas]")) button.addEventListener("click", () => this.acts.move(item.id, Number(button.dataset.pas), button));
    card.querySelector("[data-retirer]").addEventListener("click", () => this.acts.remove(item.id));
    this.#cards.set(item.id, card);
    return card;
  }

  #filled(item, rank, count) {
    const card = this.of(item.id) ?? this.#made(item);
    card.querySelector("[data-rang]").textContent = `${rank + 1} sur ${count}`;
    for (const button of card.querySelectorAll("[data-pas]")) {
      const stuck = rank + Number(button.dataset.pas) < 0 || rank + Number(button.dataset.pas) >= count;
      button.setAttribute("aria-disabled", String(stuck));
    }
    for (const name of FIELDS) {
      const input = field(card, name);
      // What is being typed is not overwritten: a half-typed date has no value yet.
      if (input.value !== item[name] && input !== document.activeElement) input.value = item[name];
    }
    return card;
  }
}
