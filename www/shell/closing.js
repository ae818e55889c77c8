/** What is in this page alone and would be lost with it: while there is any, closing the page asks first. */

/** Whose it is. @type {Set<unknown>} */
const untaken = new Set();

/** @param {unknown} owner @param {boolean} hasUntaken */
export function askBeforeClosing(owner, hasUntaken) {
  if (hasUntaken) untaken.add(owner);
  else untaken.delete(owner);
  if (untaken.size > 0) addEventListener("beforeunload", askFirst);
  else removeEventListener("beforeunload", askFirst);
}

/** @param {BeforeUnloadEvent} event */
function askFirst(event) {
  event.preventDefault();
}
