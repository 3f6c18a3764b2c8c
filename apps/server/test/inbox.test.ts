import { makeDefault } from '@parley/core/rooms/default-rooms'
import { codeOf, connect } from '@parley/testkit/person'
import { type TestApp, testApp } from '@parley/testkit/test-app'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { fetchInbox, followInbox, patience, watchInbox } from './following.js'

describe('an inbox', () => {
  test('keeps how much one wants to be told, and favourites; one’s other devices hear of it, nobody else', async () => {
    await using app = await testApp()
    const { alice, bob, room: roomId } = await app.twoMembers()
    const [own, other] = [await followInbox(bob), watchInbox(alice)]
    await other.take(1)
    await bob.trpc.rooms.setNotify.mutate({ roomId, notify: 'mentions' })
    await bob.trpc.rooms.setFavourite.mutate({ roomId, favourite: true })
    const wanted = { notify: 'mentions', favourite: true }
    await expect.poll(async () => (await own.held())[0], patience).toMatchObject(wanted)
    expect(await fetchInbox(bob)).toMatchObject([wanted])
    expect(await fetchInbox(alice)).toMatchObject([{ notify: 'all', favourite: false }])
    expect(other.items.filter(({ type }) => type === 'room')).toEqual([])
  })

  test('is read in one go, mentions included, and one’s other devices show it', async () => {
    await using app = await testApp()
    const { alice, bob, room } = await app.twoMembers()
    const { id: second } = await alice.trpc.rooms.create.mutate({ kind: 'public', name: 'Second' })
    await bob.trpc.rooms.join.mutate({ roomId: second })
    const inbox = await followInbox(bob)
    await alice.say(room, 'one', '@bob two')
    await alice.say(second, 'three')
    await bob.trpc.rooms.markAllRead.mutate()
    const unread = async () => (await inbox.held()).map((one) => [one.unread, one.mentions])
    await expect.poll(unread, patience).toEqual([
      [0, 0],
      [0, 0],
    ])
    await expect.poll(() => inbox.held(), patience).toEqual(await fetchInbox(bob))
    expect((await fetchInbox(alice)).map((one) => one.unread)).toEqual([0, 0])
  })
})

/** From now on nobody can be put into a room; returns how to end it. */
async function breakJoining({ database: { db } }: TestApp): Promise<() => Promise<unknown>> {
  await sql`create function refuse() returns trigger language plpgsql as 'begin raise exception ''no''; end'`.execute(
    db,
  )
  await sql`create trigger refuse before insert on members execute function refuse()`.execute(db)
  return () => sql`drop trigger refuse on members`.execute(db)
}

describe('a default room', () => {
  test('has whoever comes by a mailed code, too', async () => {
    await using app = await testApp()
    const { alice, room } = await app.twoMembers()
    await makeDefault(app.database.db, 'General', true)
    const inbox = watchInbox(alice)
    await inbox.take(1)
    const { trpc, socket } = connect(app.url, () => null)
    const email = 'ada@example.com'
    const enter = async () => {
      const { devCode = '' } = await trpc.auth.requestCode.mutate({ email })
      const { accessToken } = await trpc.auth.verifyCode.mutate({ email, code: devCode })
      return connect(app.url, () => accessToken).trpc.rooms.list.query()
    }
    expect((await enter()).items).toMatchObject([{ id: room, memberCount: 3 }])
    await inbox.until((event) => event.type === 'activity' && event.memberCount === 3)
    // Who comes back is there already, and has left what they left.
    expect((await enter()).items).toMatchObject([{ id: room, memberCount: 3 }])
    await socket.close()
  })

  test('leaves nobody outside: whom it could not take in was not made, and can try again', async () => {
    await using app = await testApp()
    const { room } = await app.twoMembers()
    await makeDefault(app.database.db, 'General', true)
    const { trpc, socket } = connect(app.url, () => null)
    const email = 'ada@example.com'
    const { devCode = '' } = await trpc.auth.requestCode.mutate({ email })
    const mend = await breakJoining(app)
    expect(await codeOf(app.person('carol'))).toBe('internal')
    expect(await codeOf(trpc.auth.verifyCode.mutate({ email, code: devCode }))).toBe('internal')
    await mend()
    expect(await fetchInbox(await app.person('carol'))).toMatchObject([{ id: room }])
    const { accessToken } = await trpc.auth.verifyCode.mutate({ email, code: devCode })
    expect((await connect(app.url, () => accessToken).trpc.rooms.list.query()).items).toMatchObject([{ id: room }])
    await socket.close()
  })

  test('has everybody who registers from then on, with its history read', async () => {
    await using app = await testApp()
    const { alice, bob, room } = await app.twoMembers()
    const inbox = watchInbox(alice)
    await inbox.take(1)
    await alice.say(room, 'welcome')
    expect(await makeDefault(app.database.db, 'General', true)).toBe(1)
    const carol = await app.person('carol')
    expect(await fetchInbox(carol)).toMatchObject([{ id: room, role: 'member', unread: 0, memberCount: 3 }])
    await inbox.until((event) => event.type === 'activity' && event.memberCount === 3)
    await bob.say(room, 'hello carol')
    expect(await fetchInbox(carol)).toMatchObject([{ unread: 1 }])
    expect(await makeDefault(app.database.db, 'General', false)).toBe(1)
    expect(await fetchInbox(await app.person('dave'))).toEqual([])
  })
})
