import type { Message } from '@parley/contract/messages'
import { requote } from './messages.js'

/** What a message, as it now is, makes of what is pinned in its room: what was pinned last comes first. */
export function reducePins(pins: readonly Message[], message: Message): readonly Message[] {
  const held = pins.find(({ id }) => id === message.id)
  if (held && held.version >= message.version) return pins
  const others = requote(
    pins.filter((one) => one !== held),
    message,
  )
  if (message.pinnedAt) return [...others, message].toSorted(byPin)
  return held || others.some((one) => !pins.includes(one)) ? others : pins
}

const byPin = (a: Message, b: Message) => Number(b.pinnedAt) - Number(a.pinnedAt) || (a.id < b.id ? 1 : -1)
