/* The sweep as a picture: images a second over the batch, a line for each width, a panel for each engine. */
import { median } from "./table.js";

/** @import { Result } from "./table.js" */
/** @typedef {{ backend: "cpu" | "webgpu", width: number, batch: number }} Setting */

const PANEL = { width: 330, height: 330, gap: 120 };
const MARGIN = { left: 104, top: 64, right: 104, bottom: 62 };
const SIZE = { width: MARGIN.left + 2 * PANEL.width + PANEL.gap + MARGIN.right, height: MARGIN.top + PANEL.height + MARGIN.bottom };
const RATES = [100, 1000, 10_000, 100_000];
const LARGEST_RATE = 250_000;
const COLOURS = { cpu: "#1f6fb5", webgpu: "#c8560f" };

/**
 * An SVG that stands by itself.
 * @param {Result[]} results
 * @param {string} adapter
 */
export function sweepPicture(results, adapter) {
  const points = results.flatMap(({ setting, values }) => (setting ? [{ ...setting, rate: median(values) }] : []));
  const batches = [...new Set(points.map(({ batch }) => batch))];
  const titles = { cpu: "CPU, one thread", webgpu: adapter };
  const panels = /** @type {const} */ (["cpu", "webgpu"]).map((backend, place) => {
    const own = points.filter((point) => point.backend === backend);
    return `<g transform="translate(${MARGIN.left + place * (PANEL.width + PANEL.gap)} ${MARGIN.top})">${place === 0 ? rateLabels() : ""}${panel(titles[backend], COLOURS[backend], own, batches)}</g>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIZE.width} ${SIZE.height}" font-family="system-ui, sans-serif" font-size="15" fill="#1d2426">
<title>Images a second in training 784-width-width-10, by batch and width</title>
<rect width="${SIZE.width}" height="${SIZE.height}" fill="#faf8f3"/>
${panels.join("\n")}
<text transform="translate(22 ${MARGIN.top + PANEL.height / 2}) rotate(-90)" text-anchor="middle" fill="#566064">images a second</text>
</svg>
`;
}

const y = scale(RATES[0] ?? 1, LARGEST_RATE, PANEL.height, 0);

/** Beside the first panel; the second has the same. */
function rateLabels() {
  return RATES.map((rate) => `<text x="-10" y="${y(rate)}" dy=".35em" text-anchor="end" fill="#566064">${rate.toLocaleString("en")}</text>`).join("");
}

/**
 * @param {string} title
 * @param {string} colour
 * @param {(Setting & { rate: number })[]} points
 * @param {number[]} batches
 */
function panel(title, colour, points, batches) {
  const x = scale(batches[0] ?? 1, batches.at(-1) ?? 1, 0, PANEL.width);
  const grid = RATES.map((rate) => `<path d="M0 ${y(rate)}H${PANEL.width}" stroke="#dcd8cd"/>`);
  const ticks = batches.map((batch) => `<text x="${x(batch)}" y="${PANEL.height + 26}" text-anchor="middle" fill="#566064">${batch}</text>`);
  const lines = [...new Set(points.map(({ width }) => width))].map((width) => {
    const line = points.filter((point) => point.width === width).map(({ batch, rate }) => `${x(batch)} ${y(rate)}`);
    const dots = line.map((place) => `<circle r="4" transform="translate(${place})"/>`);
    return `<g fill="${colour}"><path d="M${line.join("L")}" fill="none" stroke="${colour}" stroke-width="2.5"/>${dots.join("")}<text transform="translate(${line.at(-1)})" x="12" dy=".35em">${width.toLocaleString("en")} wide</text></g>`;
  });
  const labels = `<text y="-28" font-size="18" font-weight="600">${title}</text><text x="${PANEL.width / 2}" y="${PANEL.height + 50}" text-anchor="middle" fill="#566064">batch</text>`;
  return [...grid, ...ticks, ...lines, labels].join("\n");
}

/**
 * A logarithmic scale, in tenths of a pixel.
 * @param {number} first @param {number} last @param {number} from @param {number} to
 * @returns {(value: number) => number}
 */
function scale(first, last, from, to) {
  return (value) => Number((from + ((to - from) * Math.log(value / first)) / Math.log(last / first)).toFixed(1));
}
