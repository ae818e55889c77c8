/**
 * What to try while it learns to read: by what has been done.
 */

/** @import { Hint } from "../../shell/story/guide" */

/** With fewer right it does not read yet: one in ten is right by chance. */
const READS = 0.5;

/**
 * @param {{ isOn: boolean, epoch: number, accuracy: number | null }} run `epoch`: with the part of the current one;
 * `accuracy`: on the digits that are kept back, null while it has not been measured
 * @returns {Hint | null}
 */
export function ofReading({ isOn, epoch, accuracy }) {
  if (!isOn && epoch > 0) {
    return {
      en: "It rests before it has looked at every image once. Press Train: it goes on where it was.",
      ko: "모든 이미지를 한 번씩 보기 전에 멈췄어요. 학습을 누르면 그 자리에서 이어 가요.",
    };
  }
  if (isOn && accuracy !== null && accuracy >= READS) {
    const percent = Math.round(100 * accuracy);
    return {
      en: `Not one look at each, and already ${percent} in 100. Write a digit: does it read yours, too? Write it small, or in a corner.`,
      ko: `아직 한 번씩도 못 봤는데 벌써 100장에 ${percent}장을 맞혀요. 숫자를 써 보세요. 작게, 구석에 써도 읽을까요?`,
    };
  }
  return null;
}
