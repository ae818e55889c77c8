/* What the page is looked at on. */

/**
 * @typedef {object} Screen
 * @property {string} name
 * @property {number} width
 * @property {number} height
 * @property {boolean} isTouched by fingers
 * @property {boolean} isProjected
 * @property {number} scale of its pictures on the sheets
 */

/** @type {[Screen, ...Screen[]]} */
export const screens = [
  { name: "1920x1080", width: 1920, height: 1080, isTouched: false, isProjected: false, scale: 1 / 3 },
  { name: "1280x720", width: 1280, height: 720, isTouched: false, isProjected: false, scale: 1 / 2 },
  { name: "820x1180", width: 820, height: 1180, isTouched: true, isProjected: false, scale: 0.5 },
  { name: "390x844", width: 390, height: 844, isTouched: true, isProjected: false, scale: 0.75 },
  { name: "320x640", width: 320, height: 640, isTouched: true, isProjected: false, scale: 0.75 },
  { name: "1280x720 projected", width: 1280, height: 720, isTouched: false, isProjected: true, scale: 1 / 2 },
  { name: "1920x1080 projected", width: 1920, height: 1080, isTouched: false, isProjected: true, scale: 1 / 3 },
];

/** Those that the other engines are looked at on as well. */
export const fewScreens = screens.filter(({ name }) => ["1280x720", "390x844", "1920x1080 projected"].includes(name));
