import type { Scope } from '@parley/contract/api-tokens'

/** What a token may do with each of its scopes, in the words of a person who has to decide. */
export const scopeWords: Record<Scope, { label: string; note: string }> = {
  'messages:read': { label: 'Read messages', note: 'In every room you are in, and follow new ones as they come.' },
  'messages:write': { label: 'Write messages', note: 'Send, edit, delete and react, in your name.' },
  'rooms:read': {
    label: 'See your rooms',
    note: 'Their names, members and unread counts, and which public rooms there are.',
  },
  'rooms:write': { label: 'Take part in rooms', note: 'Create, join, leave, invite, and say what you have read.' },
  'rooms:moderate': {
    label: 'Run your rooms',
    note: 'Settings, members, roles, mutes and bans, as far as you may yourself.',
  },
  'users:read': { label: 'See people', note: 'Your own profile with its e-mail address, and find others.' },
  'users:write': { label: 'Change your profile', note: 'Your name and status, and whom you block.' },
  'presence:read': { label: "See who's here", note: 'Who is online, and who is typing.' },
  'presence:write': { label: 'Show you as here', note: 'Set your presence, and show you as typing.' },
}

export const isScope = (name: string): name is Scope => name in scopeWords

/** Said of a token in its row: what it may do, one after the other. */
export const sayScopes = (names: readonly string[]): string =>
  names.map((name, index) => lowered(isScope(name) ? scopeWords[name].label : name, index)).join(', ')

const lowered = (words: string, index: number) => (index === 0 ? words : words.charAt(0).toLowerCase() + words.slice(1))
