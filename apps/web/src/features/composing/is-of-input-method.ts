import type { KeyboardEvent } from 'react'

/**
 * Whether a key is for the input method, such as the Enter that takes a suggestion. Safari ends a composition before that
 * Enter; 229 is how it still gives itself away.
 */
export const isOfInputMethod = (event: KeyboardEvent): boolean => event.nativeEvent.isComposing || event.keyCode === 229
