/* Files that are dropped on the page. */

/** @import { Page } from "@playwright/test" */

/** Drops a file on what is on top. @param {Page} page @param {string} name @param {Buffer} bytes @param {string} [type] */
export function drop(page, name, bytes, type = "") {
  return page.evaluate(
    ([name = "", text = "", type = ""]) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0))], name, { type }));
      const target = document.querySelector("dialog[open]") ?? document.body;
      const isTaken = !target.dispatchEvent(new DragEvent("dragover", { bubbles: true, cancelable: true, dataTransfer }));
      target.dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer }));
      return isTaken;
    },
    [name, bytes.toString("base64"), type],
  );
}
