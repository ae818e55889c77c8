/** 방문자가 이름을 짓기 전에 그림의 종류들이 갖는 이름. */
export const texts = {
  "kinds.1": "고양이",
  "kinds.2": "자동차",
  "kinds.3": "집",
  "kinds.4": "꽃",
  "kinds.5": "물고기",
};
