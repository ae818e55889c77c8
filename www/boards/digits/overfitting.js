/**
 * Where the two curves of the loss part: on the held-out images it rises, and on the training images it goes on falling.
 */

/** @import { Language } from "../../i18n" */

/** The loss as it went. @typedef {{ epoch: number[], loss: number[] }} Course */

/** A tenth more than at its lowest is no chance any more. */
const RISEN = 1.1;
/** It has to be so high so often: one evaluation alone may be unlucky. */
const AFTER = 3;

/**
 * @param {Course} training of each batch
 * @param {Course} heldOut as it was evaluated in turn
 * @returns {number | null} the epoch after which they part; null where they do not
 */
export function partingOf(training, heldOut) {
  const lowest = Math.min(...heldOut.loss);
  const at = heldOut.loss.lastIndexOf(lowest);
  const later = heldOut.loss.slice(at + 1);
  if (later.length < AFTER || !later.slice(-AFTER).every((loss) => loss > RISEN * lowest)) return null;
  const epoch = heldOut.epoch[at] ?? 0;
  // A run that goes wrong altogether learns nothing by heart.
  const start = training.epoch.findIndex((one) => one > epoch);
  const since = training.loss.slice(start);
  const before = training.loss.slice(Math.max(0, start - since.length), start);
  return start > 0 && meanOf(since) < meanOf(before) ? epoch : null;
}

/** @type {Record<Language, (epoch: string) => string>} */
export const overfitting = {
  en: (epoch) => `After epoch ${epoch} the loss rises on new images and falls on those that it learns from: it begins to learn them by heart. That is called overfitting.`,
  ko: (epoch) => `${epoch}에폭 뒤로 훈련 손실은 내려가는데 시험 손실은 올라가요. 훈련 이미지를 외우기 시작한 거예요. 이것을 과적합이라고 해요.`,
};

/** @param {number[]} values */
function meanOf(values) {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
