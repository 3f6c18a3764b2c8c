import type { Message } from '@parley/contract/messages'
import type { FoundMessage } from '@parley/contract/search'

/** What a message, as it now is, makes of what was found: one that was deleted is found no more. */
export function reduceFound(found: readonly FoundMessage[], message: Message): readonly FoundMessage[] {
  if (!isOutdated(found, message)) return found
  if (message.deletedAt) return found.filter((one) => one.message.id !== message.id)
  return found.map((one) => (one.message.id === message.id ? { ...one, message } : one))
}

/** Whether other words were found than the message has by now: only the server knows what is found in those. */
export const isReworded = (found: readonly FoundMessage[], message: Message): boolean =>
  !message.deletedAt && isOutdated(found, message, (held) => held.body !== message.body)

const isOutdated = (found: readonly FoundMessage[], message: Message, also: (held: Message) => boolean = () => true) =>
  found.some(({ message: held }) => held.id === message.id && held.version < message.version && also(held))
