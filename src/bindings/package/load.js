import start from "./core.js";
import { checkOptions, coded } from "./errors.js";

/** Where the .wasm file comes from when nobody says so. Nothing: the core fetches it from beside the script. */
let ownSource = () => undefined;
/** Whether it has come. */
let isLoaded = false;

/** Another way, for a place where nothing can be fetched. */
export function loadFrom(source) {
  ownSource = source;
}

/** Loads the core, once, however often it is called; what did not come is asked for again at the next call. */
export default async function init(options = {}) {
  checkOptions(options);
  const { module_or_path: source = ownSource() } = options;
  try {
    await start({ module_or_path: await source });
  } catch (cause) {
    throw coded("not-loaded", `the core could not be loaded: ${cause?.message ?? cause}`, cause);
  }
  isLoaded = true;
}

/** Throws `not-loaded` where the core has not come. */
export function checkLoaded() {
  if (!isLoaded) throw coded("not-loaded", "the core has not been loaded; wait for init() first");
}
