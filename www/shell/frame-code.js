/**
 * The page as a frame of another page: a learning platform, a slide, a notebook.
 */

/** Of most slides; what is less wide is laid out as for a tablet. */
const SIZE = { width: 1280, height: 720 };

/**
 * @param {URL} address
 * @param {string} title for those who do not see the frame
 */
export function frameCode(address, title) {
  const framed = new URL(address);
  framed.searchParams.set("embed", "yes");
  return `<iframe src="${escaped(framed.href)}" title="${escaped(title)}" width="${SIZE.width}" height="${SIZE.height}" allow="fullscreen; clipboard-write" loading="lazy"></iframe>`;
}

/** @param {string} text */
function escaped(text) {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}
