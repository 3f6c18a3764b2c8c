import type { Message } from '@parley/contract/messages'
import type { UserRef } from '@parley/contract/users'

/** A run of text; `calls` where it names somebody who was called by it. */
export interface MentionRun {
  text: string
  calls?: 'you' | 'other'
}

const word = /(?<![a-z0-9_.\-@\\])@([a-z0-9_.-]+)/gi

/** Marks the names in a text that call somebody; `callOf` knows whom a name calls. */
export function splitMentions(text: string, callOf: (name: string) => MentionRun['calls']): MentionRun[] {
  const runs: MentionRun[] = []
  let end = 0
  for (const match of text.matchAll(word)) {
    const name = spellings(match[1]!.toLowerCase()).find((spelled) => callOf(spelled))
    if (name === undefined) continue
    if (match.index > end) runs.push({ text: text.slice(end, match.index) })
    end = match.index + 1 + name.length
    runs.push({ text: text.slice(match.index, end), calls: callOf(name) })
  }
  if (end < text.length) runs.push({ text: text.slice(end) })
  return runs
}

/** `@bob.` at the end of a sentence means `bob`, unless somebody is called `bob.`. */
function spellings(typed: string): string[] {
  const found = [typed]
  for (let name = typed; /[.-]$/.test(name);) found.push((name = name.slice(0, -1)))
  return found
}

interface Known {
  self: Pick<UserRef, 'id' | 'username'>
  find: (userId: string) => UserRef | undefined
}

/** Whom the names in a message call. Of somebody not met yet the name is not known: then any name may be theirs. */
export function callsOf(
  { mentions, audience, sender }: Message,
  { self, find }: Known,
): (name: string) => MentionRun['calls'] {
  const names = new Map<string, MentionRun['calls']>()
  let strangers = 0
  for (const id of mentions) {
    const person = id === self.id ? self : find(id)
    if (person) names.set(person.username, id === self.id ? 'you' : 'other')
    else strangers++
  }
  const all = sender.id === self.id ? 'other' : 'you'
  if (audience !== null) names.set('here', all).set('room', all)
  return (name) => names.get(name) ?? (strangers > 0 ? 'other' : undefined)
}

/** Whether a message of somebody else calls this person. */
export const callsYou = ({ mentions, audience, sender, deletedAt }: Message, selfId: string): boolean =>
  !deletedAt && sender.id !== selfId && (audience !== null || mentions.includes(selfId))
