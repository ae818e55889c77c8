/** What the notebook says. @type {import("../notebook.js").Words} */
export const words = {
  common: {
    title: [
      "# Read handwritten digits",
      "",
      "This is a notebook: text and code in cells, from top to bottom. Press Shift and Enter in a cell to run it; what it gives stands below it. Change what you like and run it again.",
      "",
      "The network is the one that was set on the page.",
    ],
    pictures: ["Two helpers that draw: one pictures, the other curves."],
    look: ["The first ten, and what they are."],
    scale: ["A dense layer takes a row of numbers, so each image becomes a row of 784. The grey values from 0 to 255 become numbers from 0 to 1."],
    model: ["## 2. Model", "", "Every unit adds up all numbers of the layer before, each times a weight of its own. How many weights are there, and in which layer are the most?"],
    loss: ["## 3. Loss and optimizer", "", "The loss says by one number how wrong the answers are. The optimizer makes it smaller, a step at a time."],
    fit: ["## 4. Training", "", "Before you run it: what share of the test images will be read rightly after the first epoch?"],
    curve: ["How did the loss go on the training images, and how on the test images?"],
    evaluate: ["## 5. Test", "", "The images in this test were never learnt from."],
    mistakes: ["Ten that it reads wrongly, with its answers. Would you have known?"],
    own: ["## 6. Your own", "", "Your drawing from the page, as the network was given it."],
    onward: [
      "## What next?",
      "",
      "- Take away one hidden layer after the other. What do you lose?",
      "- Learn from 1,000 images only: `x_train[:1000]`, `y_train[:1000]`. Watch both curves.",
      "- Make the learning rate ten times as large, then a hundred times.",
    ],
  },
  ownPictures: {
    title: [
      "# Tell pictures of your own apart",
      "",
      "This is a notebook: text and code in cells, from top to bottom. Press Shift and Enter in a cell to run it; what it gives stands below it. Change what you like and run it again.",
      "",
      "The network is the one that was set on the page, and the pictures are those that it learnt from there.",
    ],
    load: [
      "## 1. Data",
      "",
      "On the page, press Download pictures, and put the file pictures.npz beside this notebook (in Colab: into the folder at the left). It holds the pictures to learn from and those to test with, each 28 by 28 pixels, and the number of each one's kind.",
    ],
  },
  keras: {
    imports: ["Keras builds and trains networks. With the same seed, the same random numbers come again."],
    load: [
      "## 1. Data",
      "",
      "MNIST has 60,000 images to learn from and 10,000 to test with, each 28 by 28 pixels, and the digit that each one shows. Keras fetches them.",
    ],
    oneHot: ["The network has ten outputs, one for each answer from 0 to 9. So each answer becomes ten numbers, too: a 1 in its place, and nine zeros."],
    page: [
      "## 7. The network from the page",
      "",
      "On the page, press Save network, and put the file chalknet.safetensors beside this notebook (in Colab: into the folder at the left). Its weights go into a network of Keras, which reads the same test images. Which of the two reads more?",
    ],
  },
  pytorch: {
    imports: ["PyTorch builds and trains networks. With the same seed, the same random numbers come again."],
    load: [
      "## 1. Data",
      "",
      "MNIST has 60,000 images to learn from and 10,000 to test with, each 28 by 28 pixels, and the digit that each one shows. torchvision, PyTorch's library for pictures (a package of its own), fetches them.",
    ],
    oneHot: ["The network has ten outputs, one for each answer from 0 to 9. PyTorch's cross-entropy takes the answer's number itself; the squared error takes ten numbers, a 1 in the answer's place and nine zeros."],
    page: [
      "## 7. The network from the page",
      "",
      "On the page, press Save network, and put the file chalknet.safetensors beside this notebook (in Colab: into the folder at the left). Its weights go into a network of PyTorch, which reads the same test images. Which of the two reads more?",
    ],
  },
};
