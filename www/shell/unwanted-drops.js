/** A file that is dragged to where nothing takes it cannot be dropped: a browser would leave the page for it, and lose what is there. */
export function refuseDrops() {
  // At the window, after all who may take it.
  addEventListener("dragover", (event) => {
    const { dataTransfer } = event;
    if (event.defaultPrevented || !dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    dataTransfer.dropEffect = "none";
  });
}
