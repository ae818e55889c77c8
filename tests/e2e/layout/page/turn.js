/* Turns the page to a screen and a language, by its own buttons, also where a dialog lies over them or there is no room. */

/** @typedef {{ width: number, isProjected: boolean, language: string }} View */

/** @param {View} view */
export async function turnTo({ width, isProjected, language }) {
  const { dataset, lang } = document.documentElement;
  if ((dataset.projector === "on") !== isProjected) press(".tool-projector");
  if (lang !== language) press(".language");
  await document.fonts.ready;
  // The window is told of its size a while after it was set.
  do await nextFrame();
  while (innerWidth !== width);
  // What is drawn follows it in the next frame, and what follows that in the one after.
  for (let frame = 0; frame < 2; frame += 1) await nextFrame();
  // Last, what watches its own size: should it change once more, it is not looked at in between.
  await sizesTold();
}

/** @param {string} button */
const press = (button) => /** @type {HTMLElement | null} */ (document.querySelector(button))?.click();

const nextFrame = () => new Promise(requestAnimationFrame);

/** Observers are told in the order in which they were made, so that this one is the last. @returns {Promise<void>} */
const sizesTold = () =>
  new Promise((resolve) => {
    const observer = new ResizeObserver(() => {
      observer.disconnect();
      resolve();
    });
    observer.observe(document.documentElement);
  });
