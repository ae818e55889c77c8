/**
 * What to try next on the ladder of the gates: by what has been done.
 */

/** @import { Hint } from "../../shell/story/guide" */

/**
 * @param {object} climbed
 * @param {{ name: string, isSolved: boolean }[]} climbed.ofLine the gates that a line can do
 * @param {string | null} climbed.now the gate that is asked for; null for a table of one's own
 * @param {number} climbed.linesForXor how many different lines have been tried for XOR
 * @returns {Hint | null}
 */
export function ofLadder({ ofLine, now, linesForXor }) {
  const next = ofLine.find(({ isSolved }) => !isSolved)?.name;
  if (next === undefined) {
    if (now !== "XOR") {
      return {
        en: "Three tables, three lines. Now press XOR.",
        ko: "표 세 개를 저마다 직선 하나로 해냈어요. 이제 XOR를 누르세요.",
      };
    }
    if (linesForXor > 0) {
      return {
        en: `Different lines so far: ${linesForXor}. Which point goes wrong each time? Try a few more, or press Learn.`,
        ko: `지금까지 서로 다른 직선 ${linesForXor}개를 그었어요. 매번 어느 점이 틀리나요? 몇 개 더 긋거나 학습을 눌러 보세요.`,
      };
    }
    return {
      en: "This is the last one. Put a line somewhere, and count how many of the four are right.",
      ko: "마지막이에요. 직선을 아무 데나 긋고 넷 가운데 몇 개가 맞는지 세어 보세요.",
    };
  }
  if (now === "XOR") {
    return {
      en: `XOR is the last rung. Take ${next} first, then come back to it.`,
      ko: `XOR는 마지막 칸이에요. ${next}부터 하고 다시 와 보세요.`,
    };
  }
  const solved = ofLine.find(({ name }) => name === now);
  if (solved?.isSolved) return { en: `${now} is done. Press ${next}.`, ko: `${now} 완성. 이제 ${next} 차례예요.` };
  return null;
}
