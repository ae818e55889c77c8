/**
 * 페이지를 나누는 창에 나오는 말. 창과 함께 와요.
 * @type {Record<keyof typeof import("./share.en.js").texts, string>}
 */
export const texts = {
  "share.title": "이 페이지 공유",
  "share.address": "주소",
  "share.code": "주소의 QR 코드",
  "share.copy": "주소 복사",
  "share.copied": "주소를 복사했어요. 설정은 담기지만 학습한 내용은 담기지 않아요.",
  "share.refused": "브라우저가 복사를 허용하지 않았어요. 글을 선택해 두었으니 키보드로 복사하세요.",
  "share.tooLong": "주소가 길어 QR 코드로 만들 수 없어요.",
  "share.everyone": "이 주소를 열면 지금 설정 그대로 이 보드가 나타나요.",
  "share.thisMachine": "이 기기에서만 열리는 주소예요. 다른 기기에서는 열 수 없어요.",
  "share.file": "파일로 연 페이지라서 주소가 이 기기에서만 열려요. 파일을 전해 주세요.",
  "share.controls": "보여 줄 컨트롤 고르기",
  "share.controlsExplained": "주소를 연 사람에게는 주요 버튼과 그림, 그리고 여기서 체크한 것만 보여요.",
  "share.frameTitle": "다른 페이지에 넣기",
  "share.frame": "프레임 코드",
  "share.frameExplained": "학습 관리 시스템, 슬라이드, 노트북에 넣을 수 있어요. 지금 설정 그대로의 보드를 이 페이지의 머리글 없이 보여 줘요.",
  "share.copyFrame": "코드 복사",
  "share.frameCopied": "프레임 코드를 복사했어요.",
};
