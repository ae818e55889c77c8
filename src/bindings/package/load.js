import start from "./core.js";

/** Where the .wasm file comes from when nobody says so. Nothing: the core fetches it from beside the script. */
let ownSource = () => undefined;

/** Another way, for a place where nothing can be fetched. */
export function loadFrom(source) {
  ownSource = source;
}

/** Loads the core, once, however often it is called; what did not come is asked for again at the next call. */
export default async function init({ module_or_path: source = ownSource() } = {}) {
  await start({ module_or_path: await source });
}
