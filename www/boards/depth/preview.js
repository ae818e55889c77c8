/**
 * The board in small: OR and NAND fold the plane, and one line parts what none could part before.
 */

import { clip, cornersOf, flipped } from "../../charts/half-plane.js";
import { Plane } from "../../charts/plane.js";
import { animate, eased } from "../../shell/motion.js";
import { solution, view } from "./two-lines/settings.js";
import { foldOf, piecesOf, truthTable } from "./two-lines/network.js";

/** @import { HalfPlane } from "../../charts/half-plane.js" */

/** Open, folding, folded, unfolding. */
const PHASE_SECONDS = 1.8;

/** @param {HTMLElement} root */
export function mountPreview(root) {
  const plane = new Plane({ view, lines: 3, focusable: false });
  root.append(plane.element);
  const [h1, h2, output] = /** @type {[HalfPlane, HalfPlane, HalfPlane]} */ (solution);
  /** @type {[HalfPlane, HalfPlane, HalfPlane]} */
  const network = [h1, h2, output];
  const folded = foldOf(network, view);
  const stop = animate((seconds) => {
    const phase = (seconds / PHASE_SECONDS) % 4;
    const part = eased(Math.min(1, Math.max(0, phase < 3 ? phase - 1 : 4 - phase)));
    plane.show(() => {
      const whole = cornersOf(view);
      const pieces = piecesOf(network, view).map(({ polygon, hidden, output }) => ({
        polygon: polygon.map((point) => folded(point, hidden, part)),
        kind: `${output === 1 ? "one" : "zero"} patch`,
      }));
      plane.showPieces([
        { polygon: clip(whole, output), kind: "one", opacity: part },
        { polygon: clip(whole, flipped(output)), kind: "zero", opacity: part },
        ...pieces,
      ]);
      for (const [index, line] of plane.lines.entries()) {
        line.show(network[index] ?? output, { part: index === 2 ? Math.max(0, 3 * part - 2) : Math.max(0, 1 - 3 * part) });
      }
      plane.showPoints(truthTable(network).map(({ input, hidden, target }) => ({ ...folded(input, hidden, part), kind: target === 1 ? "one" : "zero" })));
    });
  }, 2 * PHASE_SECONDS);
  return {
    destroy: () => {
      stop();
      plane.destroy();
    },
  };
}
