import { codeOf } from '@parley/testkit/person'
import { testApp } from '@parley/testkit/test-app'
import { v7 as newId } from 'uuid'
import { expect, test } from 'vitest'

const atOnce = 8

test('who erases what they said while they go on saying things and joining leaves none of it, and nobody else notices', async () => {
  await using app = await testApp()
  const { alice, bob, room } = await app.twoMembers()
  const { id: direct } = await bob.trpc.rooms.direct.mutate({ userIds: [alice.user.id] })
  const { id: side } = await alice.trpc.rooms.create.mutate({ kind: 'private', name: 'Side' })
  await alice.trpc.rooms.addMember.mutate({ roomId: side, userId: bob.user.id })
  const rooms = [room, direct, side]
  const send = (who: typeof alice, roomId: string, body: string) =>
    codeOf(who.trpc.messages.send.mutate({ roomId, clientId: newId(), body }))
  const bobs: Promise<string>[] = []
  /** Alice's many hands: each says one thing after another until it may not any more. */
  const hand = async (roomId: string): Promise<string> => {
    for (let at = 0; ; at++) {
      bobs.push(send(bob, roomId, `bob ${at}`))
      const code = await send(alice, roomId, `alice ${at}`)
      if (code !== 'allowed') return code
    }
  }
  const hands = rooms.flatMap((roomId) => Array.from({ length: atOnce }, () => hand(roomId)))
  /** Joins what bob makes, and makes rooms herself, until she may not any more. */
  const wander = async (): Promise<string> => {
    for (;;) {
      const { id: roomId } = await bob.trpc.rooms.create.mutate({ kind: 'public', name: 'Come in' })
      const joined = await codeOf(alice.trpc.rooms.join.mutate({ roomId }))
      if (joined !== 'allowed') return joined
      const made = await codeOf(alice.trpc.rooms.create.mutate({ kind: 'private', name: 'Alone' }))
      if (made !== 'allowed') return made
    }
  }
  const ways = [wander(), wander(), wander()]
  await alice.trpc.users.erase.mutate({ currentPassword: 'correct horse battery', messages: 'delete' })
  const ends = await Promise.all([...hands, ...ways])
  // While she goes, in a room she has left already, and once she is gone.
  const refusals = ['forbidden', 'not_found', 'unauthenticated']
  expect(ends.filter((code) => !refusals.includes(code))).toEqual([])
  expect(new Set(await Promise.all(bobs))).toEqual(new Set(['allowed']))
  const left = await app.database.db
    .selectFrom('messages')
    .select(['sender_id', 'body', 'kind'])
    .where('body', '!=', '')
    .where('kind', '=', 'text')
    .execute()
  expect(left.filter(({ sender_id }) => sender_id === alice.user.id)).toEqual([])
  expect(left).toHaveLength(bobs.length)
  const memberships = await app.database.db
    .selectFrom('members')
    .select('room_id')
    .where('user_id', '=', alice.user.id)
    .execute()
  expect(memberships).toEqual([{ room_id: direct }])
})
