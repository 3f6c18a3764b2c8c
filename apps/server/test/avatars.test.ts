import { testApp } from '@parley/testkit/test-app'
import { codeOf } from '@parley/testkit/person'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { bearer, listKept, picture, upload } from './uploading.js'

test('a person is shown by a picture of theirs, at once to all who share a room, until they take it away', async () => {
  await using app = await testApp()
  const { alice, bob, room } = await app.twoMembers()
  const [said] = await alice.say(room, 'hello')
  const inbox = bob.collect<{ type: string }>((handlers) => bob.trpc.rooms.watch.subscribe({}, handlers))
  await inbox.until(({ type }) => type === 'ready')

  const wide = await upload(app, alice, await picture(900, 300).jpeg().toBuffer(), 'me.jpg')
  const [notes, bobs] = [await upload(app, alice, 'notes'), await upload(app, bob, await picture().png().toBuffer())]
  const set = (attachmentId: string | null) => alice.trpc.users.setAvatar.mutate({ attachmentId })
  expect(await codeOf(set(notes.id))).toBe('invalid')
  expect(await codeOf(set(bobs.id))).toBe('not_found')
  const { avatarUrl } = await set(wide.id)
  expect(avatarUrl).toMatch(/^\/avatars\//)
  expect(await codeOf(set(wide.id))).toBe('not_found')

  const { id, username, displayName } = alice.user
  const shown = { id, username, displayName, avatarUrl }
  expect(await inbox.until(({ type }) => type === 'user')).toEqual({ type: 'user', user: shown })
  expect(await bob.trpc.users.byId.query({ userId: id })).toEqual(shown)
  const [again] = await alice.say(room, 'again')
  expect(again!.sender).toEqual(shown)
  expect((await bob.trpc.messages.byId.query({ messageId: said!.id })).sender).toEqual(shown)
  const direct = await bob.trpc.rooms.direct.mutate({ userIds: [id] })
  expect(direct.members).toEqual([shown])

  const get = (token: string | null) => fetch(`${app.url}${avatarUrl}`, { headers: bearer(token) })
  const answer = await get(bob.session.accessToken)
  expect(await sharp(await answer.arrayBuffer()).metadata()).toMatchObject({ format: 'webp', width: 256, height: 256 })
  expect(answer.headers.get('cache-control')).toContain('immutable')
  expect((await get(null)).status).toBe(401)

  expect((await set(null)).avatarUrl).toBeNull()
  await expect.poll(async () => (await get(bob.session.accessToken)).status).toBe(404)
  await expect.poll(async () => (await listKept(app)).toSorted()).toEqual([notes.id, bobs.id].toSorted())
  inbox.stop()
})
