/* The code that puts a board into another page. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { frameCode } from "../../www/shell/frame-code.js";

test("the frame's code keeps the address with all its settings, and has the head left out", () => {
  const address = new URL("https://example.org/net/?lang=ko&palette=board#/digits?hidden=64-32&seed=7");
  const source = /src="([^"]*)"/.exec(frameCode(address, "Digits"))?.[1]?.replaceAll("&amp;", "&") ?? "";
  assert.equal(source, "https://example.org/net/?lang=ko&palette=board&embed=yes#/digits?hidden=64-32&seed=7");
  assert.equal(new URL(source).hash, address.hash);
});

test("nothing in the address or in the title ends the code too early", () => {
  const code = frameCode(new URL("https://example.org/?note=%22%3E#/digits?a=\"><script>"), 'A "board" <b>');
  assert.equal(code.match(/</g)?.length, 2, code);
  assert.match(code, /title="A &quot;board&quot; &lt;b>"/);
  assert.match(code, /^<iframe src="[^"]*" title="[^"]*" width="1280" height="720" allow="[^"]*" loading="lazy"><\/iframe>$/);
});
