/**
 * The address: `?lang=…&palette=…&backend=…` is the page's, `#/board?name=value` is the board's.
 */

/** @param {string} name */
export function pageParameter(name) {
  return new URLSearchParams(location.search).get(name);
}

/**
 * @param {string} name
 * @param {string} value
 */
export function setPageParameter(name, value) {
  const parameters = new URLSearchParams(location.search);
  parameters.set(name, value);
  history.replaceState(null, "", `?${parameters}${location.hash}`);
}

/** @returns {{ id: string, parameters: URLSearchParams }} `id` is empty where the address names no board */
export function boardInAddress() {
  const [, id = "", query = ""] = /^#\/([\w-]*)(?:\?(.*))?$/.exec(location.hash) ?? [];
  return { id, parameters: new URLSearchParams(query) };
}

/**
 * @param {string} id
 * @param {URLSearchParams} [parameters]
 */
export function boardAddress(id, parameters) {
  const query = parameters?.toString();
  return query ? `#/${id}?${query}` : `#/${id}`;
}

/**
 * Tells the board's state in the address, without a step in the browser's history.
 * @param {string} id
 * @param {URLSearchParams} parameters
 */
export function replaceBoardInAddress(id, parameters) {
  history.replaceState(null, "", `${location.search}${boardAddress(id, parameters)}`);
}
