/** What is said where the network is taken home. It comes with what is there. */
export const texts = {
  "code.notebook": "Download notebook",
  "code.pictures": "Download pictures",
  "file.save": "Save network",
  "file.open": "Open network",
  "file.format": "File format",
  "file.opened": "The network from {name} is open, and its settings with it.",
  "file.damaged": "{name} cannot be opened: it is no safetensors file, or not whole, or does not say what network it holds. Nothing has changed.",
  "file.onnx": "{name} is ONNX: networks leave this page as that, but come in as safetensors only. Save that on the page; in Python a few lines write it from Keras or PyTorch. Nothing has changed.",
  "file.foreign": "{name} is no safetensors file, and networks come in as that only. In Python a few lines write one from Keras or PyTorch. Nothing has changed.",
  "file.pictures": "{name} is no network. Pictures, and tables of them, are taken in by “Collect handwriting”. Nothing has changed.",
  "file.lines": "Download these lines",
  "file.sizes": "The network in {name} does not fit: here a network takes {inputs} numbers and gives {classes}. Nothing has changed.",
  "file.layers": "The network in {name} has layers of a kind that this board does not have: here all are dense. Nothing has changed.",
  "file.activations":
    "The network in {name} does not fit: here all hidden layers share one activation, and the last layer has none (cross-entropy) or the sigmoid (squared error). Nothing has changed.",
  "file.training": "The network in {name} is trained in a way that this board does not have: with another loss, with L1 or L2, or with frozen layers. Nothing has changed.",
  "file.limits": "The network in {name} goes beyond what this board can be set to, such as {layers} hidden layers of {units} units. Nothing has changed.",
  "file.absent": "What reads and writes networks has not come. Check the connection.",
};
