import { shareable } from "./adresse.js";

// Without JavaScript no button shows: the browser’s own menu prints as well.

for (const place of document.querySelectorAll("[data-imprimer]")) {
  place.hidden = false;
  place.querySelector("button").addEventListener("click", () => print());
}

// A sheet says where it comes from; a site that knows its own address has written it already.
for (const place of document.querySelectorAll("[data-adresse-page]")) {
  const address = shareable(location.href.split(/[?#]/)[0]);
  if (address) place.textContent ||= `, ${address}`;
}
