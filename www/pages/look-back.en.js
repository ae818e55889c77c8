/** The look back at the lecture's end. */
export const texts = {
  "look-back.sum": "{right} of {came} experiments came as you predicted. Where one comes as a surprise, there is something to learn.",
  "look-back.nothing": "Here you will find what you predicted beside what came, once a board has shown it.",
  "look-back.came": "It came to",
  "look-back.notYet": "not yet: run it",
  "look-back.same": "As you predicted.",
  "look-back.other": "A surprise. Could you say now why?",
  "look-back.open": "Not predicted yet",
  "look-back.anew": "Begin anew",
  "look-back.forgets": "Your predictions, and what the boards have come to in this window, will be forgotten.",
  "look-back.forget": "Forget, and begin with the first board",
};
