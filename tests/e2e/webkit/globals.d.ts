/* What in-page.js adds to the page. */
import type { check } from "../layout/page/check.js";
import type { Finder } from "./finder.js";

declare global {
  interface Window {
    check: typeof check;
    complaints: string[];
    find: Finder;
  }
}
