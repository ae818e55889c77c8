/*
 * What the tests in WebKit need inside the page: put before the page's own scripts, as one of the site's files.
 */
import { noteDrawnTexts } from "../layout/drawn-texts.js";
import { check } from "../layout/page/check.js";
import { provideFinder } from "./finder.js";

/** What went wrong unnoticed, in words. @type {string[]} */
const complaints = [];

addEventListener("error", (event) => complaints.push(`not caught: ${event.message}`));
addEventListener("unhandledrejection", (event) => complaints.push(`not caught: ${event.reason}`));
addEventListener("securitypolicyviolation", (event) => complaints.push(`forbidden by the page's policy: ${event.violatedDirective} ${event.blockedURI}`));

provideFinder();
noteDrawnTexts();
Object.assign(window, { check, complaints });
