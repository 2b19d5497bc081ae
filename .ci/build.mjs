// Bundles the scripts into widgets/static, or into another folder if one is named.
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const WIDGETS = resolve(dirname(fileURLToPath(import.meta.url)), "../widgets");
const OUT = resolve(process.argv[2] ?? join(WIDGETS, "static"));
// A page opened from disk can import nothing, and a widget's module stands alone.
const BUNDLES = {
  "pages/page.js": "iife",
  "pages/check.js": "iife",
  "pages/lost.js": "iife",
  "exports/launch.js": "iife",
  "forms/widget.js": "esm",
  "forms/check_widget.js": "esm",
  "forms/loader.js": "esm",
};

for (const [entry, format] of Object.entries(BUNDLES)) await bundle(entry, format);

async function bundle(entry, format) {
  const { metafile, outputFiles } = await build({
    absWorkingDir: WIDGETS,
    entryPoints: [entry],
    bundle: true,
    minify: true,
    format,
    target: "es2022",
    metafile: true,
    outdir: OUT,
    write: false,
  });
  const first = `// Made of ${entry} and what it imports; digest ${digestOf(Object.keys(metafile.inputs))}\n`;
  writeFileSync(join(OUT, entry.split("/").at(-1)), first + outputFiles[0].text);
}

// As tests/test_scripts.py works it out too.
function digestOf(files) {
  const hash = createHash("sha256");
  for (const file of files.sort()) hash.update(`${file}\n`).update(readFileSync(join(WIDGETS, file)));
  return hash.digest("hex").slice(0, 16);
}
