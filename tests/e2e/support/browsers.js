/*
 * Which promises were kept in which browser, as a table for the README: a row for each engine with its version, a column
 * for each board with how many tests passed. Each test tells its browser in an annotation. The table is left in test-results/browsers.md; `cargo xtask browsers` takes it over.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { boards } from "./boards.js";
import { root } from "./files.js";

/** @import { Reporter, Suite, TestCase } from "@playwright/test/reporter" */

/** The projects of each engine, by their names. */
const engines = [/^((no-)?webgpu|whole-browser)$/, /^firefox/, /^webkit/];

/** The annotation with which a test tells where it was run. */
export const BROWSER = "browser";

/** What all boards share. */
const SHARED = "all of them";

/** @implements {Reporter} */
export default class BrowserTable {
  /** @type {Suite | null} */
  #suite = null;

  /** @param {unknown} _ @param {Suite} suite */
  onBegin(_, suite) {
    this.#suite = suite;
  }

  onEnd() {
    const columns = [...boards, SHARED];
    const rows = engines.flatMap((projects) => {
      const tests = this.#suite?.suites.filter((suite) => projects.test(suite.project()?.name ?? "")).flatMap((suite) => suite.allTests()) ?? [];
      const browser = tests.flatMap(({ results }) => results.flatMap(({ annotations }) => annotations)).find(({ type }) => type === BROWSER);
      if (!browser) return [];
      const cells = columns.map((column) => countOf(tests.filter((test) => columnOf(test) === column)));
      return [[browser.description ?? "", ...cells]];
    });
    const line = (/** @type {string[]} */ cells) => `| ${cells.join(" | ")} |`;
    const table = [line(["", ...columns.map((column) => (column === SHARED ? column : `\`${column}\``))]), line(Array(columns.length + 1).fill("---")), ...rows.map(line)];
    mkdirSync(join(root, "test-results"), { recursive: true });
    writeFileSync(join(root, "test-results/browsers.md"), `${table.join("\n")}\n`);
  }
}

/** A board's tests are in files that begin with its name: `depth.spec.js`, `depth-playground.spec.js`. @param {TestCase} test */
function columnOf({ location, tags }) {
  const [name = ""] = basename(location.file).split(/[.-]/);
  const tagged = boards.find((id) => tags.includes(`@${id}`));
  return tagged ?? (boards.includes(name) ? name : SHARED);
}

/** @param {TestCase[]} tests */
function countOf(tests) {
  const kept = tests.filter((test) => test.ok() && test.outcome() !== "skipped").length;
  return kept === tests.length ? String(kept) : `${kept} of ${tests.length}`;
}
