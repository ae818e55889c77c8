/**
 * The network that the page saved beside the notebook, read without a library for such files.
 * @param {string[]} use what is done with its `options`, and with its `tensors`, kernel and bias of each layer
 */
export function pageFile(use) {
  return [
    "import json",
    "import pathlib",
    "import struct",
    "",
    'file = pathlib.Path("chalknet.safetensors")',
    "if file.exists():",
    "    data = file.read_bytes()",
    '    (length,) = struct.unpack("<Q", data[:8])',
    "    header = json.loads(data[8 : 8 + length])",
    '    options = json.loads(header.pop("__metadata__")["chalknet"])',
    "    numbers = data[8 + length :]",
    "    tensors = [",
    '        np.frombuffer(numbers[slice(*tensor["data_offsets"])], dtype="<f4").reshape(tensor["shape"])',
    "        for tensor in header.values()",
    "    ]",
    ...use.map((line) => `    ${line}`),
    "else:",
    '    print("chalknet.safetensors?")',
  ];
}
