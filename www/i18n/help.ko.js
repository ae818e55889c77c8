/**
 * 단축키 목록에 단축키 말고 나오는 말. 목록과 함께 와요.
 * @type {Record<keyof typeof import("./help.en.js").texts, string>}
 */
export const texts = {
  "keys.letters": "글자 단축키",
  "keys.lettersOff": "끄면 글자 키와 ? 키가 동작하지 않아요. 음성으로 입력하거나 키를 잘못 누를 때가 많다면 끄세요. 스페이스, 화살표, PageUp, PageDown 키는 그대로 쓸 수 있어요.",
  "keys.tab": "Tab 키로 어디든 갈 수 있고, 탭 사이는 화살표 키로 옮겨요.",
  "keys.lines": "직선에 초점이 있을 때: 화살표 키로 옮기고, Shift와 화살표 키로 돌려요.",
  "keys.chart": "차트에 초점이 있을 때: 화살표 키로 곡선의 값을 읽고, 엔터를 눌러(버튼 위에서는 Shift와 함께) 그림과 숫자를 저장하는 메뉴를 열어요. 마우스 오른쪽 버튼을 누르거나 길게 눌러도 돼요.",
};
