/** The address of a file that the bundler puts into the site. */
declare module "*?url" {
  const url: string;
  export default url;
}

/** The site's files with their checksums: the build puts the list in this place. */
declare const __SITE_FILES__: Record<string, string>;

interface ImportMeta {
  /** The bundler puts every module in whose file is of the first form, and of none with an "!": what it exports under the name, by its file. */
  glob<T>(forms: string[], options: { eager: true; import: string }): Record<string, T>;
}
