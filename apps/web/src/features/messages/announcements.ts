import type { Message } from '@parley/contract/messages'
import { plainSaying } from '../body/parsed'

/** What a screen reader says of the messages of the last second: each of a few, a summary of many. */
export function announcementOf(messages: readonly Message[]): string {
  if (messages.length > 3) {
    const names = [...new Set(messages.map((message) => message.sender.displayName))]
    const people = names.length > 2 ? `${names.length} people` : names.join(' and ')
    return `${messages.length} new messages from ${people}`
  }
  return messages.map((message) => `${message.sender.displayName}: ${plainSaying(message)}`).join('. ')
}
