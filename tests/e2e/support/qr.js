/* QR codes as a camera reads them from the screen. */
import jsQR from "jsqr";

/** @import { Locator } from "@playwright/test" */

/**
 * What a camera would read.
 * @param {Locator} picture
 */
export async function readCode(picture) {
  const png = (await picture.screenshot()).toString("base64");
  const { data, width, height } = await picture.page().evaluate(async (base64) => {
    const bitmap = await createImageBitmap(new Blob([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))]));
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
    context?.drawImage(bitmap, 0, 0);
    const image = context?.getImageData(0, 0, bitmap.width, bitmap.height);
    const bytes = Uint8Array.from(image?.data ?? []);
    const letters = Array.from({ length: Math.ceil(bytes.length / 8192) }, (_, part) => String.fromCharCode(...bytes.subarray(8192 * part, 8192 * (part + 1))));
    return { data: btoa(letters.join("")), width: bitmap.width, height: bitmap.height };
  }, png);
  return jsQR(Uint8ClampedArray.from(Buffer.from(data, "base64")), width, height)?.data;
}
