/**
 * Many values as a block of cells, the stronger the fuller: full is the largest of them, where nothing else is said.
 */

/**
 * @param {HTMLCanvasElement} canvas
 * @param {Float32Array} values
 * @param {{ columns: number, positive: number[], negative: number[], full?: number }} look colours as [red, green, blue]
 */
export function paintValues(canvas, values, { columns, positive, negative, full }) {
  const across = Math.max(1, Math.min(columns, values.length));
  canvas.width = across;
  canvas.height = Math.max(1, Math.ceil(values.length / across));
  const largest = full ?? values.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-12);
  const image = new ImageData(canvas.width, canvas.height);
  for (const [index, value] of values.entries()) {
    image.data.set(value > 0 ? positive : negative, 4 * index);
    image.data[4 * index + 3] = (255 * Math.abs(value)) / largest;
  }
  canvas.getContext("2d")?.putImageData(image, 0, 0);
}
