/** Brings what just came into sight and gives it the focus: `element` can take it (`tabIndex={-1}`). */
export function moveTo(element: HTMLElement | null): void {
  element?.focus({ preventScroll: true });
  element?.scrollIntoView({ block: "start" });
}
