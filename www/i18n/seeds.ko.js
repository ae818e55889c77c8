/** 여러 시드로 되풀이하는 보드들이 똑같이 하는 말. */
export const texts = {
  "seeds.many": "시드 개수",
  "seeds.running": "시드 {seed}, 학습하는 중 …",
  "seeds.over": "끝났어요. 다시 누르면 다른 시드로 한 번 더 해요. 시드에 따른 차이가 띠로 나타나요.",
  "seeds.overAgain": "시드 {seeds}개를 마쳤어요. 다시 누르면 한 번 더 해요.",
  "seeds.allOver": "시드 {seeds}개로 모두 마쳤어요.",
  "seeds.explained": "시드가 다르면 처음 가중치와 예제를 보는 순서가 달라져요. 시드가 여럿이면 곡선은 평균이고, 띠는 가장 낮은 값부터 가장 높은 값까지예요.",
  "seeds.range": "{low}–{high}",
};
