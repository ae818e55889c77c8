/** The address of a file that the bundler puts into the site. */
declare module "*?url" {
  const url: string;
  export default url;
}

/** The site's files with their checksums: the build puts the list in this place. */
declare const __SITE_FILES__: Record<string, string>;

interface ImportMeta {
  /** The bundler knows every module whose file is of this form: what loads what it exports under the name, by its file. */
  glob<T>(form: string, options: { import: string }): Record<string, () => Promise<T>>;
}
