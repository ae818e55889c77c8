/**
 * Points of the plane as examples, in either library, from the file that the page gives of them.
 */

/** @import { Network, Points, Source } from "./network" */

/** What the file is called that has a point in each line, below a heading: x1, x2, and its class or its value. */
export const POINTS_FILE = "points.csv";

/** @param {string} library that has the sine @returns {Record<Points["features"][number], string>} */
const formulasIn = (library) => ({
  x1: "x1",
  x2: "x2",
  "x1^2": "x1**2",
  "x2^2": "x2**2",
  x1x2: "x1 * x2",
  "sin(x1)": `${library}.sin(${library}.pi * x1)`,
  "sin(x2)": `${library}.sin(${library}.pi * x2)`,
});

/**
 * @param {Points} data
 * @param {string} library
 * @param {"axis" | "dim"} way how the library calls the direction in which columns stand
 */
function partsOf({ features, training, test }, library, way) {
  const formulas = formulasIn(library);
  const columns = [`x = ${library}.stack([${features.map((feature) => formulas[feature]).join(", ")}], ${way}=1)`];
  const parts = test > 0 ? [`x_train, x_test = x[:${training}], x[${training}:]`, `y_train, y_test = y[:${training}], y[${training}:]`] : ["x_train, y_train = x, y"];
  return [["x1, x2, y = points[:, 0], points[:, 1], points[:, 2:]"], columns, parts];
}

/** @param {Network} _ @param {Points} data @returns {Source} */
export function pointsInKeras(_, data) {
  return {
    imports: ["import numpy as np"],
    steps: [[`points = np.loadtxt("${POINTS_FILE}", delimiter=",", skiprows=1, ndmin=2)`], ...partsOf(data, "np", "axis")],
    hasTest: data.test > 0,
    measure: [data.haveValues ? "keras.metrics.RootMeanSquaredError()" : '"accuracy"'],
  };
}

/** @param {Network} network @param {Points} data @returns {Source} */
export function pointsInPytorch({ output, loss }, data) {
  const set = data.test > 0 ? "test" : "train";
  const answers = `model(x_${set})${output === "sigmoid" && loss === "cross-entropy" ? ".sigmoid()" : ""}`;
  return {
    imports: ["import numpy as np"],
    steps: [[`points = torch.tensor(np.loadtxt("${POINTS_FILE}", delimiter=",", skiprows=1, ndmin=2), dtype=torch.float32)`], ...partsOf(data, "torch", "dim")],
    hasTest: data.test > 0,
    measure: data.haveValues
      ? [`deviation = (${answers} - y_${set}).square().mean().sqrt()`, 'print(f"epoch {epoch + 1}: ± {deviation:.3f}")']
      : [`right = ((${answers} > 0.5) == (y_${set} > 0.5)).float().mean()`, 'print(f"epoch {epoch + 1}: {right:.2%}")'],
  };
}
