// A page that changed address keeps the anchor asked for, and shows no « index.html ».

const nouvelle = new URL(document.querySelector("main a").href);
nouvelle.pathname = nouvelle.pathname.replace(/index\.html$/, "");
if (!nouvelle.hash) nouvelle.hash = location.hash;
location.replace(nouvelle);
