// The catalogue: facets combine (any value within one, all facets together),
// counts follow, and the address keeps the state so that it can be shared.

const form = document.querySelector("[data-facettes]");
const cards = [...document.querySelectorAll(".fiches > li")];
const status = document.querySelector("[data-facettes-etat]");
const boxes = [...form.querySelectorAll("input[type=checkbox]")];
const names = [...new Set(boxes.map((box) => box.name))];

form.hidden = false;
document.querySelector("[data-facettes-liens]").hidden = true;

const values = (card, name) => card.dataset[name].split(" ");
const chosen = () => new Map(names.map((name) => [name, boxes.filter((box) => box.name === name && box.checked).map((box) => box.value)]));
const keeps = (card, wanted, name) => !wanted.get(name).length || wanted.get(name).some((value) => values(card, name).includes(value));

function show() {
  const wanted = chosen();
  let count = 0;
  for (const card of cards) {
    card.hidden = !names.every((name) => keeps(card, wanted, name));
    count += !card.hidden;
  }
  for (const box of boxes) {
    const others = names.filter((name) => name !== box.name);
    const left = cards.filter((card) => others.every((name) => keeps(card, wanted, name)) && values(card, box.name).includes(box.value));
    box.closest("label").querySelector("[data-compte]").textContent = `(${left.length})`;
  }
  status.textContent = count ? `${count} fiche${count > 1 ? "s" : ""}` : "Aucune fiche : décochez un critère.";
}

function read() {
  const query = new URLSearchParams(location.search);
  for (const box of boxes) {
    box.checked = query.getAll(box.name).includes(box.value);
    if (box.checked) box.closest("details").open = true;
  }
  show();
}

function write() {
  const query = new URLSearchParams(boxes.filter((box) => box.checked).map((box) => [box.name, box.value]));
  const search = query.toString();
  history.pushState(null, "", search ? `?${search}` : location.pathname);
  show();
}

form.addEventListener("change", write);
form.addEventListener("reset", () => setTimeout(write)); // once the boxes are unchecked
form.addEventListener("submit", (event) => event.preventDefault());
addEventListener("popstate", read);
read();
