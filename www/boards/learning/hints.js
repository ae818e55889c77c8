/**
 * What to try next while the loss goes down: by what has been done.
 */

/** @import { Hint } from "../../shell/story/guide" */
/** @import { Verdict } from "./verdict.js" */

/** @param {{ steps: number, isOn: boolean, isWhole: boolean, verdict: Verdict }} fit @param {number} [end] the step up to which it was predicted @returns {Hint | null} */
export function ofDescent({ steps, isOn, isWhole, verdict }, end) {
  if (verdict === "flat") {
    return {
      en: "This loss only counts, so it has no slope to go down: nothing moves. Pick the squared one.",
      ko: "이 손실은 세기만 해서 내려갈 비탈이 없어요. 아무것도 움직이지 않아요. 제곱 손실을 골라 보세요.",
    };
  }
  if (verdict === "diverged" || verdict === "grown") {
    return {
      en: "The steps are so long that they jump across the valley. Begin anew with a learning rate a tenth as large.",
      ko: "스텝이 너무 길어서 골짜기를 건너뛰어요. 학습률을 10분의 1로 줄이고 처음부터 해 보세요.",
    };
  }
  if (end !== undefined && !isWhole) {
    return {
      en: "The loss has become another one on the way, so this is not its whole course. Press Reset, and predict it from the beginning.",
      ko: "도중에 손실이 달라져서 처음부터의 곡선이 아니에요. ‘처음으로’를 누르고 처음부터 예상해 보세요.",
    };
  }
  if (isOn || steps === 0) return null;
  if (end !== undefined && steps < end) {
    return {
      en: `It rests at step ${steps}. Run it on to step ${end}: does the loss go on as it began?`,
      ko: `${steps}스텝에서 멈춰 있어요. ${end}스텝까지 이어 가 보세요. 손실이 처음처럼 줄어드나요?`,
    };
  }
  return {
    en: "Where does the next step go, and how far? Say it first, then press Step.",
    ko: "다음 스텝은 어느 쪽으로 얼마나 갈까요? 먼저 말해 보고 한 스텝 나아가 보세요.",
  };
}
