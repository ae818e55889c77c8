/**
 * The page's texts by the part that they come in. A board adds its own in its folder, so that nothing here knows of it.
 */

export interface Texts {
  shell: typeof import("./shell.en.js").texts;
  training: typeof import("./training.en.js").texts;
  seeds: typeof import("./seeds.en.js").texts;
  kinds: typeof import("./kinds.en.js").texts;
  share: typeof import("./share.en.js").texts;
  help: typeof import("./help.en.js").texts;
  chart: typeof import("./chart.en.js").texts;
  code: typeof import("./code.en.js").texts;
}
