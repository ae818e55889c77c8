/*
 * WebKit, as WebKitGTK's small browser, driven by W3C WebDriver: Playwright drives only a WebKit of its own, which no
 * system has. The few commands that the tests need are a request each; a library for all of them would bring drivers and
 * downloads for other browsers along, and would find nothing by role and name either.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import { findFreePort } from "../support/port.js";

/** @import { ChildProcess } from "node:child_process" */
/** @import { Readable } from "node:stream" */
/** @import { Finder } from "./finder.js" */

/** Keys without a character of their own, as WebDriver writes them. @type {Record<string, string>} */
const KEYS = { Backspace: "\uE003", Tab: "\uE004", Enter: "\uE007", Escape: "\uE00C", Space: " ", ArrowLeft: "\uE012", ArrowUp: "\uE013", ArrowRight: "\uE014", ArrowDown: "\uE015" };

/** Larger than every screen that the page is looked at on. */
const DISPLAY = "2000x1400x24";

/** @typedef {[x: number, y: number]} Place in the window, in pixels */

export class WebKit {
  /** @type {ChildProcess[]} */
  #processes = [];
  #server = "";
  #session = "";
  version = "";

  /** @param {string} browser the path of MiniBrowser */
  static async start(browser) {
    const webkit = new WebKit();
    try {
      await webkit.#start(browser);
    } catch (error) {
      await webkit.close();
      throw error;
    }
    return webkit;
  }

  /** @param {string} browser */
  async #start(browser) {
    const display = this.#spawn("Xvfb", ["-displayfd", "3", "-screen", "0", DISPLAY, "-nolisten", "tcp"]);
    const [number] = await once(/** @type {Readable} */ (display.stdio[3]), "data");
    const env = {
      ...process.env,
      DISPLAY: `:${String(number).trim()}`,
      LANG: "en_US.UTF-8",
      NO_AT_BRIDGE: "1",
      // A container has no namespaces for it, and the only page is this one.
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1",
    };
    // Without a manager of windows none has the focus.
    this.#spawn("openbox", [], env);
    const port = await findFreePort();
    this.#spawn("WebKitWebDriver", [`--port=${port}`], env);
    this.#server = `http://127.0.0.1:${port}`;
    await this.#untilReady();
    const options = { browserName: "MiniBrowser", "webkitgtk:browserOptions": { binary: browser, args: ["--automation"] } };
    const { sessionId, capabilities } = await this.#call("POST", "/session", { capabilities: { alwaysMatch: options } });
    this.#session = `/session/${sessionId}`;
    this.version = capabilities.browserVersion;
    await this.#command("POST", "/timeouts", { script: 60_000, pageLoad: 60_000 });
  }

  /** @param {string} program @param {string[]} words @param {NodeJS.ProcessEnv} [env] */
  #spawn(program, words, env = process.env) {
    const child = spawn(program, words, { env, stdio: ["ignore", "ignore", "ignore", "pipe"] });
    this.#processes.push(child);
    return child;
  }

  async #untilReady() {
    for (let tries = 0; ; tries += 1) {
      try {
        return await this.#call("GET", "/status");
      } catch (error) {
        if (tries === 100) throw error;
        await delay(100);
      }
    }
  }

  /** @param {string} method @param {string} path @param {object} [body] @returns {Promise<any>} */
  async #call(method, path, body) {
    const response = await fetch(this.#server + path, { method, body: body ? JSON.stringify(body) : null });
    const { value } = /** @type {{ value: any }} */ (await response.json());
    if (!response.ok) throw new Error(`${method} ${path}: ${value.error}: ${value.message}`);
    return value;
  }

  /** @param {string} method @param {string} path @param {object} [body] */
  #command(method, path, body) {
    return this.#call(method, this.#session + path, body);
  }

  async close() {
    if (this.#session) await this.#command("DELETE", "").catch(() => {});
    for (const child of this.#processes.reverse()) child.kill();
  }

  /** @param {string} url */
  async open(url) {
    // Another part of the same address would not be loaded anew.
    await this.#command("POST", "/url", { url: "about:blank" });
    await this.#command("POST", "/url", { url });
  }

  /** Gives the page so much room, in pixels. @param {number} width @param {number} height */
  async resize(width, height) {
    const room = () => this.evaluate(() => [window.innerWidth, window.innerHeight]);
    await this.#command("POST", "/window/rect", { width, height });
    const [across = 0, down = 0] = await room();
    // The browser's own bar takes a part of the window.
    await this.#command("POST", "/window/rect", { width: 2 * width - across, height: 2 * height - down });
    for (let tries = 0; tries < 50 && String(await room()) !== String([width, height]); tries += 1) await delay(20);
  }

  /**
   * Runs a function in the page, and waits for what it promises.
   * @template Result
   * @template {unknown[]} Given
   * @param {(...given: Given) => Result} task
   * @param {Given} given
   * @returns {Promise<Awaited<Result>>}
   */
  async evaluate(task, ...given) {
    const script = `const tell = arguments[arguments.length - 1];
      Promise.resolve().then(() => (${task})(...Array.prototype.slice.call(arguments, 0, -1))).then((value) => tell({ value }), (error) => tell({ error: String(error) }));`;
    const { value, error } = await this.#command("POST", "/execute/async", { script, args: given });
    if (error) throw new Error(error);
    return value;
  }

  /** @param {Parameters<Finder>} what a role and a name @returns {Promise<string>} what it says; "" where there is none */
  text(...what) {
    return this.evaluate((...what) => window.find(...what)?.textContent?.trim() ?? "", ...what);
  }

  /** Presses it with the mouse, once it can be. @param {Parameters<Finder>} what a role and a name */
  async press(...what) {
    const [x, y] = await this.#placeOf(what);
    await this.#move([["move", [x, y]], ["down"], ["up"]]);
  }

  /** @param {Parameters<Finder>} what @returns {Promise<Place>} */
  async #placeOf(what) {
    for (let tries = 0; tries < 100; tries += 1) {
      const place = await this.evaluate((...what) => {
        const element = window.find(...what);
        if (!element || element.matches(":disabled")) return null;
        element.scrollIntoView({ block: "nearest", behavior: "instant" });
        const { left, top, width, height } = element.getBoundingClientRect();
        return [left + width / 2, top + height / 2];
      }, ...what);
      if (place) return [place[0] ?? 0, place[1] ?? 0];
      await delay(100);
    }
    throw new Error(`nothing that can be pressed is a ${what.join(", ")}`);
  }

  /**
   * Draws a line with the mouse.
   * @param {string} picture a selector
   * @param {[x: number, y: number][]} line in parts of the picture's sides
   */
  async draw(picture, line) {
    const box = await this.#standing(picture);
    const places = line.map(([x, y]) => /** @type {Place} */ ([box.left + x * box.width, box.top + y * box.height]));
    const [first, ...rest] = places.flatMap((place, index) => (index === 0 ? [place] : between(places[index - 1] ?? place, place)));
    if (!first) return;
    await this.#move([["move", first], ["down"], ...rest.map((place) => /** @type {const} */ (["move", place])), ["up"]]);
  }

  /** Where a picture stands, once it does: what was only just shown has no place until the next frame. @param {string} picture */
  async #standing(picture) {
    const boxOf = () =>
      this.evaluate((picture) => {
        const { left = 0, top = 0, width = 0, height = 0 } = document.querySelector(picture)?.getBoundingClientRect() ?? {};
        return { left, top, width, height };
      }, picture);
    let before = await boxOf();
    for (let tries = 0; tries < 100; tries += 1) {
      await delay(30);
      const box = await boxOf();
      if (box.width > 0 && JSON.stringify(box) === JSON.stringify(before)) return box;
      before = box;
    }
    throw new Error(`nothing that can be drawn on is ${picture}`);
  }

  /** @param {(readonly ["move", Place] | readonly ["down"] | readonly ["up"])[]} deeds */
  async #move(deeds) {
    const actions = deeds.map(([deed, place]) =>
      deed === "move" && place
        ? { type: "pointerMove", x: Math.round(place[0]), y: Math.round(place[1]), duration: 8 }
        : { type: deed === "down" ? "pointerDown" : "pointerUp", button: 0 },
    );
    await this.#command("POST", "/actions", { actions: [{ type: "pointer", id: "mouse", parameters: { pointerType: "mouse" }, actions }] });
  }

  /** @param {string[]} keys by their names */
  async keys(...keys) {
    const actions = keys
      .map((key) => KEYS[key] ?? key)
      .flatMap((value) => [
        { type: "keyDown", value },
        { type: "keyUp", value },
      ]);
    await this.#command("POST", "/actions", { actions: [{ type: "key", id: "keyboard", actions }] });
  }

  /** @param {string} file a picture of what is in view, as PNG */
  async picture(file) {
    writeFileSync(file, Buffer.from(await this.#command("GET", "/screenshot"), "base64"));
  }
}

/** Places on the way, and the end. @param {Place} from @param {Place} to @returns {Place[]} */
function between([x, y], [toX, toY]) {
  const steps = 4;
  return Array.from({ length: steps }, (_, step) => [x + ((toX - x) * (step + 1)) / steps, y + ((toY - y) * (step + 1)) / steps]);
}
