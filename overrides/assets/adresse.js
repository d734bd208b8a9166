// Addresses to hand on: on a disk, a page has one only when the site says where it is online.

const onDisk = location.protocol === "file:";
const online = document.querySelector("link[rel=canonical]")?.href;
const home = (address) => new URL("./", address).href;

/** `href`, a place of this site, as others can open it; nothing when they cannot. */
export function shareable(href) {
  if (!onDisk) return href;
  if (!online) return "";
  const copy = home(document.querySelector(".marque").href);
  const here = location.href.slice(copy.length).replace(/(^|\/)index\.html.*$/, "$1");
  return online.slice(0, online.length - here.length) + href.slice(copy.length).replace(/(^|\/)index\.html/, "$1");
}
