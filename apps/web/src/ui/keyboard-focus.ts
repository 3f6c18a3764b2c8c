/**
 * Where somebody is by keyboard. Of what was only clicked nothing is remembered: given the focus back, a message would
 * take the next letter that is typed for a key of its own.
 */
export const keyboardFocus = () => document.querySelector<HTMLElement>(':focus-visible')
