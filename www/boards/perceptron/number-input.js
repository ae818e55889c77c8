/**
 * A number to type in, whole or with up to two decimals.
 */

import { NumberInput } from "../../shell/number-input.js";

/** @import { Attributes } from "../../shell/dom.js" */
/** @import { Reader } from "../../shell/controls.js" */

/** @param {{ min: number, max: number, whole?: boolean, reader: Reader, onChange: (value: number) => void, attributes?: Attributes }} options */
export function numberInput({ min, max, whole = false, reader, onChange, attributes = {} }) {
  const decimals = whole ? 0 : 2;
  return new NumberInput({
    allows: (value) => value >= min && value <= max && Number(value.toFixed(decimals)) === value,
    refusal: () => {
      const { t, format } = reader;
      const written = (/** @type {number} */ bound) => (whole ? format.integer(bound) : format.short(bound)).replace("-", "−");
      return t(whole ? "field.whole" : "perceptron.number", { min: written(min), max: written(max) });
    },
    write: (value) => value.toFixed(decimals),
    onChange,
    attributes,
  });
}
