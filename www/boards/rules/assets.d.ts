/** The text of a file as it stands in the source. */
declare module "*?raw" {
  const text: string;
  export default text;
}
