/**
 * The on-screen keyboard, which lies over the page: a sheet at the window's lower edge stands on it, with what is typed into in
 * sight. All else the browser itself brings into view.
 */

/** Tells the styles how high it is. */
export function watchKeyboard() {
  const { visualViewport: view } = window;
  if (!view) return;
  let before = 0;
  const measure = () => {
    // Enlarged by two fingers, a part of the page is in view, and nothing can be told from it.
    const height = view.scale === 1 ? Math.max(0, Math.round(innerHeight - view.offsetTop - view.height)) : 0;
    document.documentElement.style.setProperty("--keyboard", `${height}px`);
    if (height > before) document.activeElement?.scrollIntoView({ block: "nearest" });
    before = height;
  };
  for (const type of ["resize", "scroll"]) view.addEventListener(type, measure);
}
