// The menu closes on Escape and on a click elsewhere; « / » goes to the search field.

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

// A shortcut of one sign must be possible to turn off (WCAG 2.1.4): the choice stays in the browser.
const OFF = "sans-raccourci";
const off = () => {
  try {
    return localStorage.getItem(OFF) !== null;
  } catch {
    return false; // a browser that refuses storage keeps the shortcut
  }
};
document.addEventListener("keydown", (event) => {
  const writing = event.target.closest("input, textarea, select, [contenteditable]");
  const field = document.querySelector("form.recherche input");
  if (event.key !== "/" || writing || event.ctrlKey || event.altKey || event.metaKey || !field || off()) return;
  event.preventDefault();
  field.focus();
});
const choice = document.querySelector("[data-raccourci]");
if (choice) {
  const say = () => { choice.textContent = `${off() ? "Réactiver" : "Désactiver"} le raccourci « / »`; };
  choice.addEventListener("click", () => {
    if (off()) localStorage.removeItem(OFF);
    else localStorage.setItem(OFF, "");
    say();
  });
  choice.hidden = false;
  say();
}
