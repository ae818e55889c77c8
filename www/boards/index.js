/**
 * The boards, in the order of the lecture: the one place that knows of them all.
 */

import { depth } from "./depth/entry.js";
import { digits } from "./digits/entry.js";
import { learning } from "./learning/entry.js";
import { next } from "./next/entry.js";
import { perceptron } from "./perceptron/entry.js";
import { revolution } from "./revolution/entry.js";
import { rules } from "./rules/entry.js";
import { teach } from "./teach/entry.js";

export const boards = [
  rules,
  teach,
  perceptron,
  depth,
  learning,
  revolution,
  digits,
  next,
];
