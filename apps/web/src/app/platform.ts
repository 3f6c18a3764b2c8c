export const isApple = /Mac|iPhone|iPad/.test(navigator.platform)

/** As it is printed on this person's keyboard. */
export const commandKey = isApple ? '⌘' : 'Ctrl'
export const optionKey = isApple ? '⌥' : 'Alt'
export const shiftKey = isApple ? '⇧' : 'Shift'
