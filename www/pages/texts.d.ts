import type { texts as check } from "./check.en.js";
import type { texts as cover } from "./cover.en.js";
import type { texts as lookBack } from "./look-back.en.js";
import type { texts as worksheet } from "./worksheet.en.js";

declare module "../i18n/texts" {
  interface Texts {
    check: typeof check;
    cover: typeof cover;
    lookBack: typeof lookBack;
    worksheet: typeof worksheet;
  }
}
