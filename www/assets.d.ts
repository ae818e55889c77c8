/** A script that the bundler makes into a worker. */
declare module "*?worker" {
  const BundledWorker: new () => Worker;
  export default BundledWorker;
}
