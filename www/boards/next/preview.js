/** @param {HTMLElement} root */
export function mountPreview(root) {
  root.replaceChildren();
  return { destroy() {} };
}
