// The tables from 2 to 9.
export function* program() {
  for (let a = 2; a <= 9; a++) {
    for (let b = 1; b <= 9; b++) {
      yield [a, b, a * b];
    }
  }
}
