import type { texts } from "./depth.en.js";

declare module "../../i18n/texts" {
  interface Texts {
    depth: typeof texts;
  }
}
