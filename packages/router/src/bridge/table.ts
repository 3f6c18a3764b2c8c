import { randomUUID } from 'node:crypto'
import { MessageEvent } from '@parley/contract/messages'
import { PresenceEvent } from '@parley/contract/presence'
import { ReceiptEvent } from '@parley/contract/receipts'
import { InboxEvent } from '@parley/contract/rooms'
import { TypingEvent } from '@parley/contract/typing'
import { type Bridge, del, events, get, patch, post, put } from './operation.js'

const session = () => '/sessions/current'

/**
 * Where each procedure is under `/api/v1`, or `absent('why it is not')`. Status codes, parameters, bodies, answers and
 * errors follow from the procedure: 204 where it answers `{ ok: true }`, 201 where `created` says where the new thing is.
 */
export const bridge = {
  'health.ping': get('/ping', 'Whether the server answers'),

  'auth.register': post('/users', 'Make an account', { created: ({ user }) => `/users/${user.id}` }),
  'auth.login': post('/sessions', 'Log in', { created: session }),
  'auth.refresh': post('/sessions/current/tokens', 'Spend a refresh token for new tokens'),
  'auth.logout': del('/sessions/current', 'Log out, here or everywhere'),
  'auth.sessions': get('/sessions', 'Where one is logged in'),
  'auth.revokeSession': del('/sessions/{sessionId}', 'Log out elsewhere'),
  'auth.createToken': post('/tokens', 'Make an API token', { created: ({ id }) => `/tokens/${id}` }),
  'auth.listTokens': get('/tokens', 'One’s API tokens'),
  'auth.revokeToken': del('/tokens/{id}', 'Revoke an API token'),
  'auth.requestCode': post('/codes', 'Ask for a code to log in with'),
  'auth.verifyCode': post('/codes/sessions', 'Log in with a code', { created: session }),
  'auth.changePassword': put('/users/me/password', 'Change one’s password'),
  'auth.requestReset': post('/password-resets', 'Ask for a link to set another password'),
  'auth.resetPassword': put('/password-resets', 'Set another password with the token of the link'),
  'auth.security': get('/users/me/security', 'What guards one’s account'),
  'auth.setupTotp': post('/users/me/second-factor', 'Begin with a second factor'),
  'auth.confirmTotp': put('/users/me/second-factor', 'Confirm the second factor'),
  'auth.disableTotp': post('/users/me/second-factor/removals', 'Take the second factor away'),
  'auth.claimAdmin': post('/administrators', 'Become the first administrator, with the server’s code'),
  'auth.changeEmail': post('/users/me/email-changes', 'Ask for another address, to which a code goes'),
  'auth.confirmEmail': put('/users/me/email', 'Take the new address, with the code that was mailed there'),
  'auth.providers': get('/providers', 'By whom else one can log in'),
  'auth.linkedProviders': get('/users/me/providers', 'By whom else one’s account is known'),
  'auth.unlinkProvider': del('/users/me/providers/{provider}', 'Unlink a provider'),

  'users.me': get('/users/me', 'Oneself'),
  'users.update': patch('/users/me', 'Change one’s profile'),
  'users.setAvatar': put('/users/me/avatar', 'Set or take away one’s picture'),
  'users.byId': get('/users/{userId}', 'Somebody'),
  'users.search': get('/users', 'Find people'),
  'users.block': put('/users/me/blocks/{userId}', 'Block somebody'),
  'users.unblock': del('/users/me/blocks/{userId}', 'Unblock somebody'),
  'users.blocked': get('/users/me/blocks', 'Whom one has blocked'),
  'users.deactivate': post('/users/me/deactivations', 'Shut one’s account until an operator opens it'),
  'users.erase': post('/users/me/erasures', 'Erase one’s account, for good'),

  'rooms.list': get('/rooms', 'One’s rooms, the newest activity first'),
  'rooms.discover': get('/public-rooms', 'Public rooms'),
  'rooms.byId': get('/rooms/{roomId}', 'A room'),
  'rooms.create': post('/rooms', 'Make a room', { created: ({ id }) => `/rooms/${id}` }),
  'rooms.direct': post('/direct-rooms', 'The direct room with these people, made where there is none'),
  'rooms.update': patch('/rooms/{roomId}', 'Change a room'),
  'rooms.delete': del('/rooms/{roomId}', 'Delete a room, for good'),
  'rooms.archive': put('/rooms/{roomId}/archive', 'Archive a room'),
  'rooms.restore': del('/rooms/{roomId}/archive', 'Restore an archived room'),
  'rooms.members': get('/rooms/{roomId}/members', 'Who is in a room'),
  'rooms.join': put('/rooms/{roomId}/members/me', 'Join a public room'),
  'rooms.leave': del('/rooms/{roomId}/members/me', 'Leave a room'),
  'rooms.addMember': put('/rooms/{roomId}/members/{userId}', 'Put somebody into a room'),
  'rooms.removeMember': del('/rooms/{roomId}/members/{userId}', 'Put somebody out of a room'),
  'rooms.setRole': put('/rooms/{roomId}/members/{userId}/role', 'Give somebody another role'),
  'rooms.muteMember': put('/rooms/{roomId}/members/{userId}/mute', 'Mute somebody until a time; a past one unmutes'),
  'rooms.bans': get('/rooms/{roomId}/bans', 'Who is banned from a room'),
  'rooms.ban': put('/rooms/{roomId}/bans/{userId}', 'Ban somebody from a room'),
  'rooms.unban': del('/rooms/{roomId}/bans/{userId}', 'Lift a ban'),
  'rooms.audit': get('/rooms/{roomId}/audit-entries', 'What was administered in a room'),
  'rooms.reports': get('/rooms/{roomId}/reports', 'Reports that wait, the oldest first'),
  'rooms.resolveReport': put('/reports/{reportId}/decision', 'Decide on a report'),
  'rooms.invites': get('/rooms/{roomId}/invites', 'Invitations to a room that still work'),
  'rooms.createInvite': post('/rooms/{roomId}/invites', 'Invite by a link', { created: ({ id }) => `/invites/${id}` }),
  'rooms.revokeInvite': del('/invites/{inviteId}', 'Revoke an invitation'),
  'rooms.invitePreview': get('/invite-codes/{code}', 'What a link invites to'),
  'rooms.acceptInvite': post('/invite-codes/{code}/uses', 'Join by a link'),
  'rooms.markRead': put('/rooms/{roomId}/read-pointer', 'Mark a room read up to a message; never moves back'),
  'rooms.markUnread': put('/rooms/{roomId}/unread-pointer', 'Mark a room unread from a message on'),
  'rooms.markAllRead': put('/rooms/read-pointers', 'Mark all one’s rooms read'),
  'rooms.setNotify': put('/rooms/{roomId}/notify', 'Choose what a room tells one of'),
  'rooms.setFavourite': [
    put('/rooms/{roomId}/favourite', 'Make a room a favourite', { fixed: { favourite: true } }),
    del('/rooms/{roomId}/favourite', 'Make it none', { fixed: { favourite: false }, name: 'rooms.unsetFavourite' }),
  ],
  'rooms.watch': events('/rooms/events', 'What changes one’s list of rooms', InboxEvent),

  'messages.list': get('/rooms/{roomId}/messages', 'Messages of a room, a page; without a cursor the newest'),
  'messages.send': post('/rooms/{roomId}/messages', 'Send a message', {
    headers: { 'Idempotency-Key': 'clientId' },
    otherwise: { clientId: randomUUID },
    created: ({ message }) => `/messages/${message.id}`,
    repeated: ({ duplicate }) => duplicate,
    description:
      'With the same `Idempotency-Key`, a UUID, it is sent once, however often it is tried: 200 and the first message. Without one, each try is another message.',
  }),
  'messages.byId': get('/messages/{messageId}', 'A message'),
  'messages.edit': patch('/messages/{messageId}', 'Edit a message of one’s own'),
  'messages.delete': del('/messages/{messageId}', 'Delete a message; answers with what is left of it'),
  'messages.react': [
    put('/messages/{messageId}/reactions/{emoji}', 'React to a message', { fixed: { on: true } }),
    del('/messages/{messageId}/reactions/{emoji}', 'Take a reaction back', {
      fixed: { on: false },
      name: 'messages.unreact',
    }),
  ],
  'messages.pin': [
    put('/messages/{messageId}/pin', 'Pin a message', { fixed: { on: true } }),
    del('/messages/{messageId}/pin', 'Take a pin away', { fixed: { on: false }, name: 'messages.unpin' }),
  ],
  'messages.pins': get('/rooms/{roomId}/pins', 'What is pinned in a room, what was pinned last first'),
  'messages.removePreview': del('/messages/{messageId}/preview', 'Take the preview of its link away from a message'),
  'messages.history': get('/messages/{messageId}/history', 'What a message said before it was edited'),
  'messages.reactions': get('/messages/{messageId}/reactions', 'Who reacted to a message, in that order'),
  'messages.thread': get(
    '/messages/{messageId}/thread',
    'The answers in a thread, a page; without a cursor the newest',
  ),
  'messages.search': get('/messages', 'Find messages in all one’s rooms, or in one'),
  'messages.seenBy': get('/messages/{messageId}/readers', 'Who has seen a message'),
  'messages.report': post('/messages/{messageId}/reports', 'Report a message to those who moderate'),
  'messages.watch': events('/rooms/{roomId}/messages/events', 'What is said and changed in a room', MessageEvent),

  'threads.list': get('/threads', 'Threads one follows, the one that was answered in last first'),
  'threads.unread': get('/threads/unread', 'Threads in which something is unread'),
  'threads.byId': get('/threads/{messageId}', 'Where one stands in a thread'),
  'threads.follow': [
    put('/threads/{messageId}/follower', 'Follow a thread', { fixed: { on: true } }),
    del('/threads/{messageId}/follower', 'Follow it no more', { fixed: { on: false }, name: 'threads.unfollow' }),
  ],
  'threads.markRead': put('/threads/{messageId}/read-pointer', 'Mark a thread read up to a message; never moves back'),

  'notifications.list': get('/notifications', 'What one was told of, the newest first'),
  'notifications.unread': get('/notifications/unread', 'What a badge counts'),
  'notifications.markRead': put('/notifications/read', 'Mark notifications read'),

  'receipts.watch': events('/rooms/{roomId}/receipts/events', 'Who has read up to where', ReceiptEvent),
  'typing.set': put('/rooms/{roomId}/typing', 'Say that one is typing, or has stopped'),
  'typing.watch': events('/rooms/{roomId}/typing/events', 'Who is typing', TypingEvent),
  'presence.set': put('/users/me/presence', 'Say how present one is'),
  'presence.list': get('/presence', 'How present people are'),
  'presence.watch': [
    events('/rooms/{roomId}/presence/events', 'How present the members of a room are', PresenceEvent),
    events('/presence/events', 'How present people are', PresenceEvent, {
      name: 'presence.watchPeople',
      fixed: { roomId: undefined },
    }),
  ],
} satisfies Bridge
