/** Before `gone` leaves a list: whoever is on it by keyboard goes on to its neighbour, or without one to what is `around`. */
export function passFocus(gone: Element | null, around: HTMLElement | null | undefined): void {
  if (!gone?.querySelector(':focus-visible')) return
  const neighbour = gone.nextElementSibling ?? gone.previousElementSibling
  const target = neighbour?.querySelector<HTMLElement>('a, button') ?? around
  target?.focus()
}
