// Entry modules (standard input, one path a line) → plain scripts (standard output, JSON by file name).

import { readFileSync } from "node:fs";
import { basename, dirname } from "node:path";

const { build } = await import("esbuild").catch(() => {
  console.error("esbuild manque : « make hors-ligne » l’installe.");
  process.exit(1);
});
const entryPoints = readFileSync(0, "utf-8").split("\n").filter(Boolean);
// The paths that esbuild writes in comments start from here: the same on every machine.
const absWorkingDir = dirname(entryPoints[0]);
const { outputFiles } = await build({ entryPoints, absWorkingDir, bundle: true, format: "iife", charset: "utf8", write: false, outdir: "." });
console.log(JSON.stringify(Object.fromEntries(outputFiles.map(({ path, text }) => [basename(path), text]))));
