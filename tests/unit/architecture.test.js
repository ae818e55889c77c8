/* Who may know whom: what docs/architecture.md says of the page's rooms, kept. */
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join, posix, sep } from "node:path";
import test from "node:test";

const www = join(import.meta.dirname, "../../www");

const files = readdirSync(www, { recursive: true, encoding: "utf8" })
  .map((file) => file.split(sep).join("/"))
  .filter((file) => file.endsWith(".js") && !file.startsWith("public/"));

/** What a file imports, from `www` on; types and comments apart. @param {string} file */
function importsOf(file) {
  const code = readFileSync(join(www, file), "utf8").replaceAll(/\/\*[^]*?\*\//g, "");
  const addresses = [...code.matchAll(/\b(?:from|import)\s*\(?\s*"([^"]+)"/g)].map(([, address = ""]) => address);
  return addresses.map((address) => (address.startsWith(".") ? posix.join(posix.dirname(file), address) : address));
}

/** @param {(file: string, imported: string) => boolean} isWrong */
function wrongImports(isWrong) {
  return files.flatMap((file) => importsOf(file).filter((imported) => isWrong(file, imported)).map((imported) => `${file} imports ${imported}`));
}

/** The board that a file is of: the list of all boards is of none. @param {string} file */
function boardOf(file) {
  return /^boards\/([\w-]+)\//.exec(file)?.[1];
}

/** The board or the other page that a file is of. @param {string} file */
function pageOf(file) {
  return boardOf(file) ?? /^pages\/([\w-]+)\.js$/.exec(file)?.[1];
}

/** Whether it runs in the worker. @param {string} file */
function isOfWorker(file) {
  return /^(boards\/.*\/)?worker\//.test(file);
}

const boards = [...new Set(files.map(boardOf).filter((board) => board !== undefined))];

test("a board knows no other board", () => {
  assert.ok(boards.length > 5, "there are boards to be told apart");
  const isOther = (/** @type {string} */ file, /** @type {string} */ imported) =>
    boardOf(file) !== undefined && /^boards\//.test(imported) && boardOf(imported) !== boardOf(file);
  assert.deepEqual(wrongImports(isOther), []);
});

test("the shell, the charts, the texts and what the worker has for all know no board and no page", () => {
  assert.deepEqual(wrongImports((file, imported) => /^(shell|charts|i18n|worker)\//.test(file) && /^(boards|pages)\//.test(imported)), []);
});

test("the boards are listed in one place, which only the page and those of its pages that name them all read", () => {
  assert.deepEqual(files.filter((file) => importsOf(file).includes("boards/index.js")).sort(), ["main.js", "pages/board-texts.js", "pages/cover.js", "pages/look-back.js", "pages/worksheet.js"]);
  const listed = importsOf("boards/index.js").map(boardOf);
  assert.deepEqual(listed.sort(), [...boards].sort());
});

test("nothing outside a board's folder names a board, but for the list of them all", () => {
  const others = readdirSync(www, { recursive: true, encoding: "utf8" })
    .map((file) => file.split(sep).join("/"))
    .filter((file) => /\.(js|ts|css|html)$/.test(file) && !file.startsWith("boards/"));
  assert.ok(others.length > 50);
  const name = new RegExp(`["/](?:${boards.join("|")})["/]|\\b(?:${boards.join("|")})\\.(?:js|css|en|ko)\\b`);
  const naming = others.filter((file) => name.test(readFileSync(join(www, file), "utf8").replaceAll(/\/\*[^]*?\*\//g, "")));
  assert.deepEqual(naming, []);
});

test("the list of the boards brings no board's code along: an entry has its texts, its code and its picture fetched when they are wanted", () => {
  for (const board of boards) {
    const code = readFileSync(join(www, `boards/${board}/entry.js`), "utf8");
    const atOnce = [...code.matchAll(/^import .* from "([^"]+)"/gm)].map(([, address]) => address);
    assert.deepEqual(atOnce.filter((address) => address !== "../../i18n/index.js"), [], board);
  }
});

test("the worker alone imports the engine, and nothing of the page; the page starts the worker, and imports nothing of it", () => {
  const ownPackage = (/** @type {string} */ file) => /^boards\/([\w-]+)\/worker\/package\.js$/.exec(file)?.[1];
  const isPackages = (/** @type {string} */ file, /** @type {string} */ imported) =>
    ["worker/alone.js", "worker/cores/engine.js", "worker/cores/helper.js", "worker/lesson.js", "worker/files.js"].includes(file) || imported.includes(`pkg/${ownPackage(file)}/`);
  assert.deepEqual(wrongImports((file, imported) => imported.includes("pkg/") && !isPackages(file, imported)), []);
  assert.deepEqual(wrongImports((file, imported) => isOfWorker(file) && /^(shell|charts|boards|pages|i18n|styles)\//.test(imported) && !isOfWorker(imported)), []);
  assert.deepEqual(
    wrongImports((file, imported) => !isOfWorker(file) && isOfWorker(imported)).sort(),
    ["boards/digits/network-file.js imports worker/files.js?worker", "connection.js imports worker/main.js?worker"],
  );
});

test("nobody guesses the language from the document: it is a signal of the shell", () => {
  const guessing = files.filter((file) => !file.startsWith("shell/") && readFileSync(join(www, file), "utf8").includes("documentElement.lang"));
  assert.deepEqual(guessing, []);
});

test("what goes wrong with a request is worded in one place of the shell", () => {
  const wording = files.filter((file) => file.startsWith("boards/") && readFileSync(join(www, file), "utf8").includes("problem.${"));
  assert.deepEqual(wording, []);
});

/** A sheet's rules, those within conditions included: what each is for, and whether it is a style. @param {string} css @returns {string[]} */
function selectorsIn(css) {
  /** @type {string[]} */
  const found = [];
  let [depth, start, bodyStart] = [0, 0, 0];
  for (const [index, sign] of [...css].entries()) {
    if (sign === "{" && (depth += 1) === 1) bodyStart = index + 1;
    if (sign !== "}" || (depth -= 1) > 0) continue;
    const head = css.slice(start, bodyStart - 1).trim();
    if (/^@(media|supports|container)/.test(head)) found.push(...selectorsIn(css.slice(bodyStart, index)));
    else found.push(head);
    start = index + 1;
  }
  return found;
}

test("a board's styles are for that board, and a window's for that window: whoever has seen all boards sees none of them otherwise than alone", () => {
  const sheets = files.flatMap((file) => importsOf(file).filter((imported) => /\.css$/.test(imported) && !imported.startsWith("uplot")).map((sheet) => ({ sheet, scope: pageOf(file) ? `[data-board="${pageOf(file)}"]` : `.${posix.dirname(file)}` })));
  assert.ok(sheets.length > 5);
  /** @type {string[]} */
  const animations = [];
  for (const { sheet, scope } of sheets) {
    const selectors = selectorsIn(readFileSync(join(www, sheet), "utf8").replaceAll(/\/\*[^]*?\*\//g, ""));
    assert.ok(selectors.length > 0, sheet);
    animations.push(...selectors.filter((selector) => selector.startsWith("@keyframes")));
    const leaking = selectors.filter((selector) => !selector.startsWith("@keyframes") && !selector.includes(scope));
    assert.deepEqual(leaking, [], sheet);
  }
  assert.deepEqual(animations, [...new Set(animations)], "what moves has a name of its own");
});

test("a style that all pages load is for several of them: what one board alone has is in that board's styles", () => {
  const scripts = files.map((file) => ({ board: boardOf(file), file, words: new Set(readFileSync(join(www, file), "utf8").match(/[\w-]+/g)) }));
  // The cover shows the boards' small pictures.
  const ownerOf = (/** @type {{ board: string | undefined, file: string }} */ { board, file }) => (file.endsWith("preview.js") ? "cover" : (board ?? "all"));
  const sheets = readdirSync(join(www, "styles")).filter((file) => file.endsWith(".css"));
  assert.ok(sheets.length > 5);
  const leaking = sheets.flatMap((sheet) => {
    const selectors = selectorsIn(readFileSync(join(www, "styles", sheet), "utf8").replaceAll(/\/\*[^]*?\*\//g, ""));
    const classes = new Set(selectors.flatMap((selector) => [...selector.matchAll(/\.([a-z][\w-]*)/gi)].map(([, name = ""]) => name)));
    return [...classes].flatMap((name) => {
      const owners = [...new Set(scripts.filter(({ words }) => words.has(name)).map(ownerOf))];
      return owners.length === 1 && owners.every((owner) => boards.includes(owner)) ? [`${sheet}: .${name} is of ${owners}`] : [];
    });
  });
  assert.deepEqual(leaking, []);
});

const src = join(import.meta.dirname, "../../src");

const rust = readdirSync(src, { recursive: true, encoding: "utf8" })
  .map((file) => file.split(sep).join("/"))
  .filter((file) => file.endsWith(".rs"))
  .map((file) => ({ file, code: readFileSync(join(src, file), "utf8") }));

test("in the core data, model and engine know nothing of each other, and wgpu lives with the GPU's engine", () => {
  const rooms = ["dataset", "model", "engine"];
  const roomOf = (/** @type {string} */ file) => rooms.find((room) => file === `${room}.rs` || file.startsWith(`${room}/`));
  for (const room of rooms) {
    const own = rust.filter(({ file }) => roomOf(file) === room);
    assert.ok(own.length > 0, room);
    for (const { file, code } of own) for (const other of rooms) assert.ok(other === room || !code.includes(`crate::${other}`), `${file} knows ${other}`);
  }
  const withGpu = rust.filter(({ code }) => /\bwgpu::/.test(code)).map(({ file }) => file);
  assert.ok(withGpu.length > 0);
  assert.deepEqual(withGpu.filter((file) => !file.startsWith("engine/gpu")), []);
});
