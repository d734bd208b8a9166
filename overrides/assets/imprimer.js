// Without JavaScript nothing shows: the browser’s own menu prints as well.

for (const place of document.querySelectorAll("[data-imprimer]")) {
  place.hidden = false;
  place.querySelector("button").addEventListener("click", () => print());
}
