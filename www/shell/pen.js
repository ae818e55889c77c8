/** The pen of all pads, in parts of the canvas's side: as thick as a felt pen, which is how the data set's digits look. */
export const PEN_WIDTH = 0.075;
