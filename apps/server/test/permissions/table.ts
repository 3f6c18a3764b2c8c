import { randomUUID } from 'node:crypto'
import type { Role, World } from './world.js'

/** What every role meets when it calls: `ok`, or the code of the refusal. */
export type Outcomes = Record<Role, string>

export interface Permission {
  /** What it is called with, so that nothing but who calls can be wrong. */
  input: (world: World) => unknown
  outcomes: Outcomes
}

const everybody = (outcome: string): Outcomes => ({
  nobody: outcome,
  stranger: outcome,
  member: outcome,
  moderator: outcome,
  owner: outcome,
  token: outcome,
  powerlessToken: outcome,
  disabled: outcome,
})

const person = {
  ...everybody('ok'),
  nobody: 'unauthenticated',
  powerlessToken: 'forbidden',
  disabled: 'unauthenticated',
}
const inRoom = { ...person, stranger: 'not_found' }
const noTokens = { ...person, token: 'forbidden' }

type Input = Permission['input']

/** Whoever calls, logged in or not; `outcome` is what this input earns. */
const anybody = (outcome: string, input: Input): Permission => ({ input, outcomes: everybody(outcome) })
/** Who is logged in, and a token with the scope. */
const anyPerson = (input: Input = () => undefined): Permission => ({ input, outcomes: person })
/** The same of a room: to who is not in it, it does not exist. */
const members = (input: Input, but: Partial<Outcomes> = {}): Permission => ({ input, outcomes: { ...inRoom, ...but } })
/** Who is logged in, and no token: it concerns credentials. */
const themselves = (input: Input = () => undefined, but: Partial<Outcomes> = {}): Permission => ({
  input,
  outcomes: { ...noTokens, ...but },
})
/** What only the owner has: to others it does not exist. */
const ownersOnly = { stranger: 'not_found', member: 'not_found', moderator: 'not_found' }

const wrongInput = { stranger: 'invalid', member: 'invalid', moderator: 'invalid', owner: 'invalid' }

/** Of a room, for moderators and who stands above them. */
const staff = (input: Input): Permission => members(input, { member: 'forbidden' })
/** Of a room, for its admins and owners. */
const heads = (input: Input): Permission => members(input, { member: 'forbidden', moderator: 'forbidden' })

const ofRoom: Input = ({ room }) => ({ roomId: room })
const ofGuest: Input = ({ room, guest }) => ({ roomId: room, userId: guest.id })
const ofMessage: Input = ({ message }) => ({ messageId: message })

/** Every procedure. One that is missing here fails the test: think of who may call it, then write it down. */
export const permissions: Record<string, Permission> = {
  'health.ping': anybody('ok', () => undefined),

  'auth.register': anybody('ok', () => {
    const username = `new-${randomUUID().slice(0, 8)}`
    return { email: `${username}@example.com`, username, password: 'correct horse battery' }
  }),
  'auth.login': anybody('unauthenticated', () => ({ login: randomUUID(), password: 'wrong' })),
  'auth.refresh': anybody('unauthenticated', () => ({ refreshToken: 'made up' })),
  'auth.requestCode': anybody('ok', () => ({ email: `${randomUUID()}@example.com` })),
  'auth.verifyCode': anybody('unauthenticated', ({ owner }) => ({ email: owner.email, code: '000000' })),
  'auth.requestReset': anybody('ok', () => ({ email: `${randomUUID()}@example.com` })),
  'auth.resetPassword': anybody('unauthenticated', () => ({ token: 'made up', password: 'staple of another kind' })),
  'auth.sessions': themselves(),
  'auth.revokeSession': themselves(({ ownSession }) => ({ sessionId: ownSession }), ownersOnly),
  'auth.createToken': themselves(() => ({ name: 'more', scopes: ['rooms:read'] })),
  'auth.listTokens': themselves(),
  'auth.revokeToken': themselves(({ ownToken }) => ({ id: ownToken }), ownersOnly),
  'auth.changePassword': themselves(() => ({
    currentPassword: 'correct horse battery',
    newPassword: 'correct horse battery',
  })),
  'auth.security': themselves(),
  'auth.setupTotp': themselves(),
  'auth.confirmTotp': themselves(() => ({ code: '000000' }), {
    stranger: 'invalid',
    member: 'invalid',
    moderator: 'invalid',
    owner: 'invalid',
  }),
  'auth.disableTotp': themselves(() => ({ code: '000000' }), {
    stranger: 'conflict',
    member: 'conflict',
    moderator: 'conflict',
    owner: 'conflict',
  }),

  'auth.claimAdmin': themselves(() => ({ code: 'made up' }), {
    stranger: 'forbidden',
    member: 'forbidden',
    moderator: 'forbidden',
    owner: 'forbidden',
  }),
  'auth.changeEmail': themselves(() => ({
    email: `${randomUUID()}@example.com`,
    currentPassword: 'correct horse battery',
  })),
  'auth.confirmEmail': themselves(() => ({ code: '000000' }), {
    stranger: 'unauthenticated',
    member: 'unauthenticated',
    moderator: 'unauthenticated',
    owner: 'unauthenticated',
  }),
  'auth.providers': anybody('ok', () => undefined),
  'auth.linkedProviders': themselves(),
  'auth.unlinkProvider': themselves(() => ({ provider: 'corp' }), { ...ownersOnly, owner: 'not_found' }),

  'users.me': anyPerson(),
  'users.update': anyPerson(() => ({ statusText: 'here' })),
  // It is the owner's, and no picture.
  'users.setAvatar': {
    input: ({ upload }) => ({ attachmentId: upload }),
    outcomes: { ...person, ...ownersOnly, owner: 'invalid', token: 'invalid' },
  },
  'users.byId': anyPerson(({ owner }) => ({ userId: owner.id })),
  'users.search': anyPerson(() => ({ query: 'owner' })),

  // A wrong password: nobody is to go in the middle of the test.
  'users.deactivate': themselves(() => ({ currentPassword: 'wrong' }), wrongInput),
  'users.erase': themselves(() => ({ currentPassword: 'wrong', messages: 'keep' }), wrongInput),

  'users.block': anyPerson(({ guest }) => ({ userId: guest.id })),
  'users.unblock': anyPerson(({ guest }) => ({ userId: guest.id })),
  'users.blocked': anyPerson(),

  'rooms.list': anyPerson(),
  'rooms.discover': anyPerson(),
  'rooms.byId': members(ofRoom),
  'rooms.create': anyPerson(() => ({ kind: 'public', name: 'Another' })),
  'rooms.direct': anyPerson(({ owner }) => ({ userIds: [owner.id] })),
  'rooms.join': anyPerson(({ publicRoom }) => ({ roomId: publicRoom })),
  'rooms.members': members(ofRoom),
  'rooms.markRead': members(({ room }) => ({ roomId: room, seq: 1 })),
  'rooms.markUnread': members(({ room }) => ({ roomId: room, fromSeq: 1 })),
  'rooms.markAllRead': anyPerson(),
  'rooms.setNotify': members(({ room }) => ({ roomId: room, notify: 'all' })),
  'rooms.setFavourite': members(({ room }) => ({ roomId: room, favourite: true })),
  'rooms.watch': anyPerson(() => ({})),

  'rooms.update': heads(({ room }) => ({ roomId: room, topic: 'Money' })),
  'rooms.archive': heads(ofRoom),
  'rooms.restore': heads(ofRoom),
  'rooms.addMember': heads(ofGuest),
  'rooms.setRole': heads(({ room, guest }) => ({ roomId: room, userId: guest.id, role: 'member' })),
  'rooms.muteMember': staff(({ room, guest }) => ({ roomId: room, userId: guest.id, until: new Date(0) })),
  'rooms.removeMember': staff(ofGuest),
  'rooms.ban': staff(ofGuest),
  'rooms.bans': staff(ofRoom),
  'rooms.unban': staff(ofGuest),
  'rooms.audit': heads(ofRoom),
  'rooms.reports': staff(ofRoom),
  'rooms.resolveReport': staff(({ report }) => ({ reportId: report, outcome: 'dismissed' })),
  'rooms.createInvite': members(ofRoom),
  'rooms.invites': members(ofRoom),
  'rooms.invitePreview': anybody('ok', ({ inviteCode }) => ({ code: inviteCode })),
  'rooms.acceptInvite': anyPerson(({ inviteCode }) => ({ code: inviteCode })),
  'rooms.revokeInvite': staff(({ takeInvite }) => ({ inviteId: takeInvite() })),

  'messages.list': members(ofRoom),
  'messages.byId': members(ofMessage),
  'messages.send': members(({ room }) => ({ roomId: room, clientId: randomUUID(), body: 'hello' })),
  'messages.edit': members(({ message }) => ({ messageId: message, body: 'edited' }), {
    member: 'forbidden',
    moderator: 'forbidden',
  }),
  'messages.seenBy': members(ofMessage),
  'messages.search': members(({ room }) => ({ query: 'hello', roomId: room })),
  'messages.report': members(({ message }) => ({ messageId: message, reason: 'Spam' }), {
    owner: 'conflict',
    token: 'conflict',
  }),
  'messages.react': members(({ message }) => ({ messageId: message, emoji: '👍', on: true })),
  'messages.history': members(ofMessage),
  'messages.reactions': members(ofMessage),
  'messages.pin': staff(({ message }) => ({ messageId: message, on: true })),
  'messages.pins': members(ofRoom),
  'messages.thread': members(ofMessage),
  'messages.watch': members(ofRoom),
  'messages.removePreview': staff(ofMessage),
  'messages.delete': staff(ofMessage),

  'threads.list': anyPerson(),
  'threads.unread': anyPerson(),
  'threads.byId': members(ofMessage),
  'threads.follow': members(({ message }) => ({ messageId: message, on: true })),
  'threads.markRead': members(({ message }) => ({ messageId: message, seq: 1 })),

  'notifications.list': anyPerson(),
  'notifications.unread': anyPerson(),
  'notifications.markRead': anyPerson(() => ({ all: true })),

  'receipts.watch': members(ofRoom),
  'typing.set': members(({ room }) => ({ roomId: room, typing: true })),
  'typing.watch': members(ofRoom),
  'presence.set': anyPerson(() => ({ status: 'online' })),
  'presence.list': anyPerson(({ owner }) => ({ userIds: [owner.id] })),
  'presence.watch': members(ofRoom),

  // They end what the calls above stand on.
  // The last owner may not: others are still there.
  'rooms.leave': members(ofRoom, { owner: 'conflict', token: 'conflict' }),
  'rooms.delete': members(ofRoom, { member: 'not_found', moderator: 'not_found', token: 'not_found' }),
  'auth.logout': themselves(),
}
