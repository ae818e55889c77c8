/** A picture of any size as pixels to be looked at: here, for a large one takes seconds to be unpacked and shrunk. */

/** @import { Photograph } from "../protocol" */

/** It is looked at with a side of so many pixels at most. */
const SIDE = 560;

/**
 * @param {Blob | ImageBitmap} picture
 * @returns {Promise<Photograph | null>} null where it is none that the browser reads
 */
export async function photographOf(picture) {
  try {
    const bitmap = await createImageBitmap(picture);
    const scale = Math.min(1, SIDE / Math.max(bitmap.width, bitmap.height));
    const [width, height] = [Math.max(1, Math.round(bitmap.width * scale)), Math.max(1, Math.round(bitmap.height * scale))];
    const context = new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true });
    context?.drawImage(bitmap, 0, 0, width, height);
    bitmap.close();
    return context && { rgba: context.getImageData(0, 0, width, height).data, width, height };
  } catch {
    return null;
  }
}
