// The menu closes on Escape and on a click elsewhere.

for (const menu of document.querySelectorAll("[data-menu]")) {
  const close = () => { menu.open = false; };
  menu.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && menu.open) {
      close();
      menu.querySelector("summary").focus();
    }
  });
  document.addEventListener("click", (event) => {
    if (!menu.contains(event.target)) close();
  });
}

// A link to an obstacle or to a long list opens it.
const open = () => {
  const target = document.querySelector(`[id="${CSS.escape(location.hash.slice(1))}"]`);
  const folded = target?.closest("details");
  if (folded) folded.open = true;
};
addEventListener("hashchange", open);
open();
