/**
 * The engine has the filters of a place beside each other; a picture is of one filter, with its places beside each other.
 * @param {Float32Array} values [places, filters]
 * @param {number} filters
 * @returns {Float32Array} [filters, places]
 */
export function byFilter(values, filters) {
  const places = values.length / filters;
  return values.map((_, index) => values[(index % places) * filters + Math.floor(index / places)] ?? 0);
}
