/**
 * 코드로 쓴 신경망 둘레에 나오는 말. 코드와 함께 와요.
 * @type {Record<keyof typeof import("./code.en.js").texts, string>}
 */
export const texts = {
  "code.libraries": "라이브러리",
  "code.keras": "Keras",
  "code.pytorch": "PyTorch",
  "code.chalknet": "이 페이지의 엔진",
  "code.training": "학습",
  "code.copy": "코드 복사",
  "code.copied": "코드를 복사했어요.",
  "code.refused": "브라우저가 복사를 허용하지 않았어요. 코드를 선택해 두었으니 키보드로 복사하세요.",
};
