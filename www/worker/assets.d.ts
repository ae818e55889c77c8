/** The address of a file that the bundler puts into the site. */
declare module "*?url" {
  const url: string;
  export default url;
}
