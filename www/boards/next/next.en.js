/** The frame of the board of what comes after this hour, and its tabs. */
export const texts = {
  "next.tabs": "What comes next",
  "next.parts": "Look for parts",
  "next.few": "More from few",
  "next.known": "Start from what is known",
  "next.course": "The course",
  "next.story.bridge": "That was the first hour. What you predicted, and what came, is kept on the next page.",
};
