/** The address of a file that the bundler puts into the site. */
declare module "*?url" {
  const url: string;
  export default url;
}

/** The site's files with their checksums: the build puts the list in this place. */
declare const __SITE_FILES__: Record<string, string>;

/** Headers and their values: these too. */
declare const __ISOLATION__: Record<string, string>;

/** A worker whose script the bundler makes. */
declare module "*?worker" {
  const BundledWorker: new () => Worker;
  export default BundledWorker;
}

interface ImportMeta {
  /** The bundler knows every module whose file is of this form: what loads what it exports under the name, by its file. */
  glob<T>(form: string, options: { import: string }): Record<string, () => Promise<T>>;
}
