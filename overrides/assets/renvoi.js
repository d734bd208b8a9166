// A page that changed address keeps the anchor asked for; only a disk needs « index.html ».

const nouvelle = new URL(document.querySelector("main a").href);
if (location.protocol !== "file:") nouvelle.pathname = nouvelle.pathname.replace(/index\.html$/, "");
if (!nouvelle.hash) nouvelle.hash = location.hash;
location.replace(nouvelle);
