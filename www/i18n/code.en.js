/** What stands around a network as code. It comes with the code. */
export const texts = {
  "code.libraries": "Libraries",
  "code.keras": "Keras",
  "code.pytorch": "PyTorch",
  "code.chalknet": "This page's engine",
  "code.training": "Training",
  "code.copy": "Copy code",
  "code.copied": "The code is copied.",
  "code.refused": "The browser did not allow copying. The code is selected: copy it with the keyboard.",
};
