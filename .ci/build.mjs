// Bundles the scripts into widgets/static, or into another folder if one is named.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const WIDGETS = resolve(dirname(fileURLToPath(import.meta.url)), "../widgets");
const OUT = resolve(process.argv[2] ?? join(WIDGETS, "static"));
// A page opened from disk can import nothing, and a widget's module stands alone.
const BUNDLES = {
  "pages/page.js": "iife",
  "pages/check.js": "iife",
  "pages/change.js": "iife",
  "pages/session.js": "iife",
  "pages/template.js": "iife",
  "pages/lost.js": "iife",
  "pages/embed/embed.js": "iife",
  "pages/embed/element.js": "iife",
  "exports/launch.js": "iife",
  "group/room.js": "iife",
  "forms/widget.js": "esm",
  "forms/check_widget.js": "esm",
  "forms/loader.js": "esm",
};

// As JupyterLab finds it in a folder of extensions.
const EXTENSION = "lab_extension/container.js";
const EXTENSION_NAME = "co-production-course";

for (const [entry, format] of Object.entries(BUNDLES)) {
  const { text } = await bundle(entry, format);
  writeFileSync(join(OUT, entry.split("/").at(-1)), text);
}
await extend();

async function bundle(entry, format) {
  const styles = [];
  const { metafile, outputFiles } = await built(entry, { format, target: "es2022", plugins: [stylesAsText(styles)] });
  const digest = digestOf([...new Set([...Object.keys(metafile.inputs), ...styles])]);
  const text = `// Made of ${entry} and what it imports; digest ${digest}\n${outputFiles[0].text}`;
  return { digest, text };
}

function built(entry, options) {
  const always = { absWorkingDir: WIDGETS, bundle: true, minify: true, metafile: true, outdir: OUT, write: false };
  return build({ ...always, entryPoints: [entry], ...options });
}

function stylesAsText(styles) {
  const load = async ({ path }) => {
    const { metafile, outputFiles } = await built(path, {});
    styles.push(...Object.keys(metafile.inputs));
    return { contents: outputFiles[0].text.trim(), loader: "text" };
  };
  return { name: "styles-as-text", setup: (building) => building.onLoad({ filter: /\.css$/ }, load) };
}

// JupyterLab's server lets browsers keep a script for a year: what is in it is in its name too.
async function extend() {
  const { digest, text } = await bundle(EXTENSION, "iife");
  const folder = join(OUT, "labextensions", EXTENSION_NAME);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, "static"), { recursive: true });
  const load = `static/extension.${digest}.js`;
  writeFileSync(join(folder, load), text);
  const jupyterlab = { extension: true, _build: { load, extension: "./extension" } };
  const version = readFileSync(join(WIDGETS, "../pyproject.toml"), "utf-8").match(/^version = "(.*)"$/m)[1];
  writeFileSync(
    join(folder, "package.json"),
    `${JSON.stringify({ name: EXTENSION_NAME, version, jupyterlab }, null, 1)}\n`,
  );
}

// As tests/test_scripts.py works it out too.
function digestOf(files) {
  const hash = createHash("sha256");
  for (const file of files.sort()) hash.update(`${file}\n`).update(readFileSync(join(WIDGETS, file)));
  return hash.digest("hex").slice(0, 16);
}
