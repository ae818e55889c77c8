/**
 * Files that came with the page instead of lying beside it. A worker of a page opened from a disk can fetch nothing, not
 * even what the page made.
 */

/**
 * A `fetch` that knows these files only.
 * @param {Record<string, string>} files base64 by name
 * @returns {(url: URL) => Promise<Response>}
 */
export function fetchFrom(files) {
  return async (url) => {
    const text = files[url.pathname.slice(url.pathname.lastIndexOf("/") + 1)];
    return text === undefined ? new Response(null, { status: 404 }) : new Response(decode(text));
  };
}

/** @param {string} base64 */
function decode(base64) {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index += 1) bytes[index] = text.charCodeAt(index);
  return bytes;
}
