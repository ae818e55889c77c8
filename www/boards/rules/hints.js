/**
 * What to try next while rules are made, brought new data, or while a network learns: by what has been done.
 */

/** @import { Hint } from "../../shell/story/guide" */
/** @import { Rule } from "./protocol" */

/** A rule that is right no more often is hardly better than a coin. */
const HARDLY = 0.6;
/** From here on another measure may do. */
const NEARLY = 0.88;

/** @param {{ rules: Rule[], training: number }} made `training`: the part of the training images that is right @returns {Hint | null} */
export function ofBuilding({ rules, training }) {
  if (training === 0) return null;
  if (rules.length > 1 && rules.every(({ measure }) => measure === rules[0]?.measure)) {
    return {
      en: "All of your rules look at the same measure, so they agree even where they are wrong. Give one of them another measure.",
      ko: "규칙이 모두 같은 특징을 봐서 틀릴 때도 함께 틀려요. 하나는 다른 특징을 보게 해 보세요.",
    };
  }
  if (training < HARDLY) {
    return {
      en: "This is hardly better than a coin. Look at the two histograms: is there a measure where they lie apart?",
      ko: "동전 던지기와 별로 다르지 않아요. 두 히스토그램이 서로 떨어져 있는 특징이 있을까요?",
    };
  }
  if (training >= NEARLY) {
    return {
      en: "Nearly. Look at the images that are still wrong: what have they in common that no rule looks at yet?",
      ko: "거의 다 왔어요. 아직 틀리는 이미지를 보세요. 어떤 규칙도 보지 않는 공통점이 있을까요?",
    };
  }
  return {
    en: "That helps. Now move the threshold to where the two histograms cross, or let a second rule vote.",
    ko: "나아졌어요. 임곗값을 두 히스토그램이 만나는 곳으로 옮기거나 규칙을 하나 더해 보세요.",
  };
}

/** Some of the distortions have been brought, not all. @returns {Hint} */
export function ofSomeDistortions() {
  return {
    en: "Only some of it has changed. Which change alone hurts the most? Then press New data for all of them.",
    ko: "아직 일부만 바뀌었어요. 어떤 변화에 정확도가 가장 많이 떨어질까요? 그다음 새 데이터를 눌러 모두 바꿔 보세요.",
  };
}

/** @param {{ isOn: boolean, isDistorted: boolean }} lesson @returns {Hint | null} */
export function ofLearning({ isOn, isDistorted }) {
  if (!isDistorted) {
    return {
      en: "Its new data is still as the old: press New data, or there is nothing to compare.",
      ko: "새 데이터가 아직 원래와 같아요. 새 데이터를 눌러야 비교할 수 있어요.",
    };
  }
  if (isOn) {
    return {
      en: "It learns. Watch both numbers: which of them climbs, and which stays behind?",
      ko: "배우는 중이에요. 두 수를 지켜보세요. 어느 쪽이 오르고 어느 쪽이 뒤처지나요?",
    };
  }
  return null;
}
