/** A script that the bundler makes into a worker. */
declare module "*?worker" {
  const BundledWorker: new () => Worker;
  export default BundledWorker;
}

/** The text of a file as it stands in the source. */
declare module "*?raw" {
  const text: string;
  export default text;
}

interface Window {
  /** Of public/requirements.js, which may not have come. */
  fetchAnew?: (then: () => void, more?: string[]) => void;
}
