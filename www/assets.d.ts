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
