/**
 * Whether two values are the same, such as settings have: of numbers, texts, lists and plain objects in the same order.
 * @template T
 * @param {T} a
 * @param {T} b
 */
export function same(a, b) {
  return JSON.stringify(a) === JSON.stringify(b);
}
