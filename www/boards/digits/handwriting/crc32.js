/** The checksum of Ethernet and of PNG: every change of up to four neighbouring bytes shows in it (ISO 3309, CRC-32). */

/** The generator, with the bits of a byte in the order in which they are sent: the lowest first. */
const GENERATOR = 0xedb88320;

/** @param {Uint8Array} bytes @returns {number} from 0 to 2^32 - 1 */
export function crc32(bytes) {
  let rest = 0xffffffff;
  for (const byte of bytes) {
    rest ^= byte;
    for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? (rest >>> 1) ^ GENERATOR : rest >>> 1;
  }
  return ~rest >>> 0;
}
