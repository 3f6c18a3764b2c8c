import { outrunRestored } from '@parley/core/rooms/maintain'
import { testApp } from '@parley/testkit/test-app'
import { sql } from 'kysely'
import { expect, test } from 'vitest'

test('after a restore, who comes back with an id from before it is told to start afresh', async () => {
  await using app = await testApp()
  const { alice, bob, room } = await app.twoMembers()
  await bob.say(room, 'in the backup', 'after the backup', 'after the backup too')
  const seen = alice.watch(room)
  const { version } = await seen.until((event) => event.type === 'ready')
  seen.stop()

  // What restoring a backup made after the first message does.
  await sql`delete from messages where seq > 1`.execute(app.database.db)
  await sql`update rooms set last_seq = 1, last_main = 1, version = 1`.execute(app.database.db)
  await outrunRestored(app.database.db)

  expect(await alice.watch(room, { after: version }).take(1)).toMatchObject([{ type: 'reset' }])
  expect(await alice.watch(room, { after: 1 }).take(1)).toMatchObject([{ type: 'reset' }])
  await bob.say(room, 'after the restore')
  const page = await alice.trpc.messages.list.query({ roomId: room })
  expect(page.items.map(({ seq, body }) => [seq, body])).toEqual([
    [1, 'in the backup'],
    [2, 'after the restore'],
  ])
})
