/**
 * Arrays in NumPy's own file (.npz), which `np.load` opens: a zip file with one .npy for each array (NumPy's "NEP 1", and PKWARE's
 * APPNOTE for the zip). The browser packs them and sums them up beside the page's thread: gzip has the same packing and the
 * same checksum.
 */

/** name: as it is called in the file; type: NumPy's word for its numbers; shape: how many, in each direction.
 *  @typedef {{ name: string, type: "|u1" | "<i8", shape: number[], values: Uint8Array | BigInt64Array }} NamedArray */

/** What a packed entry is (deflate), and the version of zip that it needs. */
const [PACKED, VERSION] = [8, 20];
/** The first day that zip can tell, 1980-01-01: the same arrays make the same file. */
const DAY = 0x21;
/** Before the packed bytes of a gzip without a name (RFC 1952), and after them: the checksum and the length. */
const [GZIP_HEAD, GZIP_END] = [10, 8];

/** @param {NamedArray[]} arrays @returns {Promise<Blob>} */
export async function npz(arrays) {
  /** @type {Uint8Array<ArrayBuffer>[]} */
  const parts = [];
  const directory = [];
  let place = 0;
  for (const array of arrays) {
    const name = new TextEncoder().encode(`${array.name}.npy`);
    const { packed, checksum, length } = await packedOf(npy(array));
    const told = [VERSION, 0, PACKED, 0, DAY].flatMap(two).concat([checksum, packed.length, length].flatMap(four), two(name.length), two(0));
    const entry = Uint8Array.from([...four(0x04034b50), ...told, ...name]);
    // No comment, the first disk, no attributes.
    directory.push(...four(0x02014b50), ...two(VERSION), ...told, ...[0, 0, 0].flatMap(two), ...four(0), ...four(place), ...name);
    parts.push(entry, packed);
    place += entry.length + packed.length;
  }
  const end = [...four(0x06054b50), ...[0, 0, arrays.length, arrays.length].flatMap(two), ...four(directory.length), ...four(place), ...two(0)];
  return new Blob([...parts, Uint8Array.from(directory), Uint8Array.from(end)], { type: "application/zip" });
}

/** @param {NamedArray} array */
function npy({ type, shape, values }) {
  const size = `(${shape.join(", ")}${shape.length === 1 ? "," : ""})`;
  const text = `{'descr': '${type}', 'fortran_order': False, 'shape': ${size}, }`;
  // The numbers begin at a multiple of 64.
  const length = 64 * Math.ceil((10 + text.length + 1) / 64) - 10;
  const head = new TextEncoder().encode(`${text.padEnd(length - 1)}\n`);
  return new Blob([Uint8Array.from([0x93, ...new TextEncoder().encode("NUMPY"), 1, 0, ...two(length)]), head, /** @type {Uint8Array<ArrayBuffer>} */ (values)]);
}

/** @param {Blob} content */
async function packedOf(content) {
  const gzip = new Uint8Array(await new Response(content.stream().pipeThrough(new CompressionStream("gzip"))).arrayBuffer());
  const end = gzip.length - GZIP_END;
  const view = new DataView(gzip.buffer);
  return { packed: gzip.subarray(GZIP_HEAD, end), checksum: view.getUint32(end, true), length: view.getUint32(end + 4, true) };
}

/** The lowest byte first. @param {number} number */
const two = (number) => [number & 0xff, (number >>> 8) & 0xff];

/** @param {number} number */
const four = (number) => [...two(number), ...two(number >>> 16)];
