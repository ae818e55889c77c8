/**
 * The contrast of two colours, as WCAG reckons it. It needs nothing around it: tests run it in the page as well.
 * @param {number[]} one [red, green, blue]
 * @param {number[]} other
 */
export function contrast(one, other) {
  const [dark = 0, light = 0] = [one, other]
    .map((colour) => {
      const [red = 0, green = 0, blue = 0] = colour.map((value) => (value <= 10 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4));
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    })
    .sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/**
 * Reads colours, however they are written, as [red, green, blue, alpha]; each only once, since it is asked for those of every word
 * and of all that is behind it. It runs in the page and needs nothing around it.
 * @returns {(colour: string) => number[]}
 */
export function colourReader() {
  const pen = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  /** @type {Map<string, number[]>} */
  const known = new Map();
  return (colour) => {
    const before = known.get(colour);
    if (before || !pen) return before ?? [];
    pen.clearRect(0, 0, 1, 1);
    pen.fillStyle = colour;
    pen.fillRect(0, 0, 1, 1);
    const numbers = [...pen.getImageData(0, 0, 1, 1).data];
    known.set(colour, numbers);
    return numbers;
  };
}
