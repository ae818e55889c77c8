/**
 * A QR code as a picture: black on white whatever the palette, for that is what cameras look for.
 */

import encodeQR from "qr";
import { svg } from "./dom.js";

/** White around the code, in modules, as the standard asks for. */
const QUIET = 4;
/** What the largest code holds with the least correction. */
const MOST_BYTES = 2953;

/**
 * @param {string} text
 * @returns {SVGSVGElement | null} null where the text is too long for any code
 */
export function qrPicture(text) {
  if (new TextEncoder().encode(text).length > MOST_BYTES) return null;
  // The least correction: a screen is not torn, and fewer modules are larger ones.
  const rows = encodeQR(text, "raw", { ecc: "low", border: QUIET });
  const path = rows.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))).join("");
  return svg(
    "svg",
    { class: "qr", viewBox: `0 0 ${rows.length} ${rows.length}`, "shape-rendering": "crispEdges", "aria-hidden": "true" },
    svg("rect", { width: rows.length, height: rows.length, fill: "#fff" }),
    svg("path", { d: path, fill: "#000" }),
  );
}
