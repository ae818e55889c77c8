/** What a file holds, also where it was packed by gzip, and never more than is wanted of it. */

/** What a gzip file begins with (RFC 1952). */
const GZIP = [0x1f, 0x8b];

/**
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @param {number} most so many bytes
 * @returns {Promise<Uint8Array | { problem: "damaged" | "long" }>}
 */
export async function unpacked(bytes, most) {
  if (bytes[0] !== GZIP[0] || bytes[1] !== GZIP[1]) return bytes.length > most ? { problem: "long" } : bytes;
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip")).getReader();
  /** @type {Uint8Array[]} */
  const parts = [];
  let length = 0;
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      parts.push(part.value);
      length += part.value.length;
      if (length > most) {
        await reader.cancel();
        return { problem: "long" };
      }
    }
  } catch {
    return { problem: "damaged" };
  }
  const whole = new Uint8Array(length);
  let place = 0;
  for (const part of parts) {
    whole.set(part, place);
    place += part.length;
  }
  return whole;
}
