/**
 * 표지.
 * @type {Record<keyof typeof import("./cover.en.js").texts, string>}
 */
export const texts = {
  "cover.title": "딥러닝, 눈으로 보고 손으로 해 보기",
  "cover.lead":
    "딥러닝 강의의 첫 시간을 한 페이지에 담았어요. 규칙을 무너뜨려 보고, 직선 하나로 안 되는 것을 찾아내고, 층을 하나 더 쌓아 풀어 보고, 신경망이 글자를 배우는 모습을 지켜보세요. 모든 계산은 지금 이 기기에서 이루어져요.",
  "cover.start": "시작",
  "cover.keys": "→ 키를 누르면 다음 보드로 넘어가고, ? 키를 누르면 단축키 목록이 나와요.",
};
