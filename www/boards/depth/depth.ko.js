/**
 * 깊이 보드의 틀과 "두 직선" 탭.
 * @type {Record<keyof typeof import("./depth.en.js").texts, string>}
 */
export const texts = {
  "depth.tabs": "알아보는 방법",
  "depth.playground": "놀이터",
  "depth.two-lines": "두 직선",

  "twoLines.figure": "도형",
  "twoLines.xor": "XOR",
  "twoLines.pentagon": "오각형",
  "twoLines.pentagons": "오각형 두 개",
  "twoLines.xor.lead": "두 직선은 입력을 보고, 세 번째 직선은 두 직선의 출력을 봅니다. 네 점이 모두 맞을 때까지 세 직선을 끌어 보세요.",
  "twoLines.pentagon.lead": "직선 다섯 개와, 다섯이 모두 1이어야 1을 내는 AND. 그러면 변이 다섯인 영역이 생깁니다. 직선을 끌면 영역도 따라옵니다.",
  "twoLines.pentagons.lead": "AND는 평면에서 한 조각만 오려 낼 수 있습니다. OR 층을 하나 더 쌓으면 두 조각을 합칠 수 있습니다.",
  "twoLines.solution": "OR, NAND, AND 보기",
  "twoLines.reset": "처음으로",
  "twoLines.replaced": "옮겨 놓은 직선이 다른 직선으로 바뀌었습니다.",

  "twoLines.unit": "유닛 {unit}",
  "twoLines.line": "{unit}의 직선",
  "twoLines.flip": "{unit}의 방향 뒤집기",
  "twoLines.keys": "화살표로 직선을 옮기고, Shift와 화살표로 돌립니다.",
  "twoLines.flipShort": "뒤집기",

  "twoLines.foldPicture": "접히는 평면",
  "twoLines.fold": "접기",
  "twoLines.unfold": "펼치기",
  "twoLines.pause": "일시 정지",
  "twoLines.folded": "{part} 접힘",

  "twoLines.score": "맞은 줄",
  "twoLines.table": "진리표",
  "twoLines.target": "XOR",
  "twoLines.right": "맞음",
  "twoLines.wrong": "틀림",
  "twoLines.same-corner": "h₁과 h₂가 {a}, {b}에서 똑같은 값을 내어 두 점이 한 꼭짓점에 겹칩니다. 그런데 둘은 달라야 합니다. h₁이나 h₂의 직선을 두 점 사이로 옮기세요.",
  "twoLines.still-xor": "네 점이 서로 다른 꼭짓점에 왔지만 또 엇갈려 있습니다. 은닉 공간에서도 여전히 XOR입니다. h₁이나 h₂의 직선을 옮기세요.",
  "twoLines.one-line-left": "이제 직선 하나면 됩니다. 은닉 공간에서는 고리와 원판을 가를 수 있습니다. 접어 보고 y의 직선을 옮기세요.",
  "twoLines.solved": "XOR를 손으로 풀었습니다. 직선 하나로는 할 수 없던 일을, 두 직선 덕분에 세 번째 직선이 해냈습니다.",
  "twoLines.shown": "OR와 NAND의 출력을 AND가 받으면 XOR가 됩니다. 다른 답도 있습니다. 처음으로 되돌려 직접 찾아보세요.",

  "twoLines.polygonPicture": "반평면과 그 공통부분",
  "twoLines.network.one": "신경망: 입력 두 개, 유닛 다섯 개, 다섯 모두를 받는 AND",
  "twoLines.network.two": "신경망: 입력 두 개, 유닛 열 개, 다섯씩 받는 AND 두 개, 둘을 받는 OR",
  "twoLines.sides": "변의 수",
  "twoLines.closed.one": "다섯 유닛이 모두 1인 곳에서 AND도 1입니다. 유닛을 늘리면 변도 늘어나, 볼록한 도형은 무엇이든 만들 수 있습니다.",
  "twoLines.closed.two": "층을 쌓으니 서로 떨어진 조각도 한 번에 고를 수 있습니다. 조각이 충분하면 어떤 영역이든 짜 맞출 수 있습니다.",
  "twoLines.open": "직선들이 영역을 다 둘러싸지 못해 그림 밖으로 이어집니다.",
  "twoLines.nothing": "다섯 유닛이 한꺼번에 1이 되는 곳이 없습니다. 그 AND는 언제나 0입니다.",
};
