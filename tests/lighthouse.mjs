// Lighthouse, mobile: node lighthouse.mjs CHROMIUM FLAGS ADDRESS… prints, as JSON,
// [{ address, category, score (0 to 100), audits: ["id: title — nodes"] }].
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

const [chromePath, flags, ...addresses] = process.argv.slice(2);
const onlyCategories = ["accessibility", "best-practices", "seo"];

const node = ({ node, url, description, source }) =>
  node?.selector ?? url ?? description ?? source;

function failed(category, audits) {
  return category.auditRefs
    .filter(({ id, weight }) => weight > 0 && (audits[id].score ?? 1) < 1)
    .map(({ id }) => {
      const where = (audits[id].details?.items ?? []).map(node).filter(Boolean);
      const why = audits[id].errorMessage ?? audits[id].explanation ?? where.slice(0, 3).join(", ");
      return `${id}: ${audits[id].title} — ${why}`;
    });
}

const chrome = await launch({ chromePath, chromeFlags: flags.split(" "), logLevel: "silent" });
try {
  const found = [];
  for (const address of addresses) {
    const { lhr } = await lighthouse(address, {
      port: chrome.port,
      onlyCategories,
      disableFullPageScreenshot: true,
      // A static page is done when it has loaded: no second of silence to wait for.
      pauseAfterFcpMs: 0,
      pauseAfterLoadMs: 0,
      networkQuietThresholdMs: 0,
      cpuQuietThresholdMs: 0,
    });
    for (const category of Object.values(lhr.categories)) {
      found.push({
        address,
        category: category.id,
        score: category.score === null ? 0 : Math.round(category.score * 100),
        audits: failed(category, lhr.audits),
      });
    }
  }
  console.log(JSON.stringify(found));
} finally {
  chrome.kill();
}
