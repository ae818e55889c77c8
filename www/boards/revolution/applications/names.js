/**
 * Given names to learn letters from, about as many of girls as of boys; one can write others in their place.
 */

export const names = {
  korean: `서연 서윤 지우 서현 하은 하윤 민서 지유 윤서 지민 채원 수아 지아 지윤 은서 다은 예은 수빈 소율 예린
    지원 소윤 유진 시은 채은 유나 가은 서영 민지 예나 수민 수연 연우 나은 예원 주아 하린 다인 세은 아린
    민준 서준 도윤 예준 시우 하준 주원 지호 지후 준우 준서 건우 도현 현우 지훈 우진 선우 서진 연준 유준
    정우 승우 시윤 준혁 은우 지환 승현 유찬 민재 현준 시후 진우 지안 수호 승민 동현 민우 재윤 태윤 한결`,
  english: `olivia emma amelia sophia mia isabella ava evelyn luna harper sofia camila elena aria ella mila layla emily
    nora hazel lily grace alice ivy clara lucy anna maya ruby stella julia sara ellie willow rose lena nina tessa
    liam noah oliver elijah james henry lucas theo jack levi mason ethan daniel samuel david joseph leo julian
    aaron adrian adam owen wyatt isaac caleb nathan aiden eli miles simon felix martin jonas oscar hugo victor`,
};

/** @typedef {keyof typeof names} NameList */
