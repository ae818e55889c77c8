/** A file that is dropped where nobody takes it: a browser would leave the page for it, and what was learnt would be gone. */

/** Whoever takes files has said so at the document by the time that the window hears of them. */
export function refuseStrayFiles() {
  for (const type of /** @type {const} */ (["dragover", "drop"])) {
    window.addEventListener(type, (event) => {
      if (event.defaultPrevented || !event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = "none";
    });
  }
}
