import { codeOf } from '@parley/testkit/person'
import { testApp } from '@parley/testkit/test-app'
import { describe, expect, test } from 'vitest'
import { watchInbox } from './following.js'

describe('a reported message', () => {
  test('waits for those who moderate, page by page, the oldest first; nobody else learns of it', async () => {
    await using app = await testApp()
    const { owner, admin, moderator, member, room: roomId } = await app.ofEachRole()
    const said = await admin.say(roomId, 'one', 'two', 'three')
    const inboxes = [owner, moderator, member].map(watchInbox)
    for (const inbox of inboxes) await inbox.take(1)
    for (const { id: messageId, body } of said)
      await member.trpc.messages.report.mutate({ messageId, reason: `About ${body}` })
    await member.trpc.messages.report.mutate({ messageId: said[0]!.id, reason: 'Again' })
    const first = await moderator.trpc.rooms.reports.query({ roomId, limit: 2 })
    const second = await moderator.trpc.rooms.reports.query({ roomId, limit: 2, cursor: first.nextCursor })
    const all = [...first.items, ...second.items]
    expect(all.map(({ reason, message, reportedBy }) => [reason, message.body, reportedBy?.username])).toEqual([
      ['About one', 'one', 'member'],
      ['About two', 'two', 'member'],
      ['About three', 'three', 'member'],
    ])
    expect(second.nextCursor).toBeNull()
    expect(await codeOf(member.trpc.rooms.reports.query({ roomId }))).toBe('forbidden')
    for (const inbox of inboxes.slice(0, 2)) await inbox.until((event) => event.type === 'reports' && event.open === 3)
    await member.say(roomId, 'done')
    await inboxes[2]!.until((event) => event.type === 'activity' && event.lastMessage?.body === 'done')
    expect(inboxes[2]!.items.filter(({ type }) => type === 'reports')).toEqual([])
  })

  test('does not tell who wrote it who reported it, a moderator though they be', async () => {
    await using app = await testApp()
    const { admin, moderator, member, room: roomId } = await app.ofEachRole()
    const [message] = await moderator.say(roomId, 'rude')
    await member.trpc.messages.report.mutate({ messageId: message!.id, reason: 'Rude' })
    const [own] = (await moderator.trpc.rooms.reports.query({ roomId })).items
    expect(own).toMatchObject({ reason: 'Rude', reportedBy: null })
    const decide = { reportId: own!.id, outcome: 'dismissed' } as const
    expect(await codeOf(moderator.trpc.rooms.resolveReport.mutate(decide))).toBe('forbidden')
    expect(await codeOf(admin.trpc.rooms.resolveReport.mutate(decide))).toBe('allowed')
    const audit = JSON.stringify((await admin.trpc.rooms.audit.query({ roomId })).items[0])
    expect(audit).not.toContain(member.user.id)
  })

  test('is decided on once for all its reports, and deleted where that is asked for', async () => {
    await using app = await testApp()
    const { owner, moderator, member, room: roomId } = await app.ofEachRole()
    const carol = await app.person('carol')
    await carol.trpc.rooms.join.mutate({ roomId })
    const [bad, fine] = await carol.say(roomId, 'bad', 'fine')
    const watch = member.watch(roomId)
    await watch.take(1)
    const inbox = watchInbox(owner)
    await inbox.take(1)
    for (const { trpc } of [member, moderator])
      await trpc.messages.report.mutate({ messageId: bad!.id, reason: 'Spam' })
    await member.trpc.messages.report.mutate({ messageId: fine!.id, reason: 'Boring' })
    const { items } = await owner.trpc.rooms.reports.query({ roomId })
    const decide = (reportId: string, outcome: 'resolved' | 'dismissed', deleteMessage = false) =>
      codeOf(moderator.trpc.rooms.resolveReport.mutate({ reportId, outcome, deleteMessage }))
    expect(await decide(items[0]!.id, 'dismissed', true)).toBe('invalid')
    expect(await decide(items[0]!.id, 'resolved', true)).toBe('allowed')
    expect(await decide(items[1]!.id, 'resolved', true)).toBe('allowed')
    expect(await decide(items[1]!.id, 'dismissed')).toBe('conflict')
    await watch.until((event) => event.type === 'message' && event.message.deletedAt !== null)
    await inbox.until((event) => event.type === 'reports' && event.open === 1)
    expect(await decide(items[2]!.id, 'dismissed')).toBe('allowed')
    expect((await owner.trpc.rooms.reports.query({ roomId })).items).toEqual([])
    expect(await member.trpc.messages.byId.query({ messageId: fine!.id })).toMatchObject({ body: 'fine' })
    const acts = (await owner.trpc.rooms.audit.query({ roomId, limit: 2 })).items
    expect(acts).toMatchObject([
      { act: 'resolveReport', actor: { username: 'moderator' }, target: { username: 'carol' } },
      { details: { outcome: 'resolved', messageId: bad!.id, reason: 'Spam', deleted: true } },
    ])
    expect(await codeOf(member.trpc.messages.report.mutate({ messageId: fine!.id, reason: 'Still' }))).toBe('allowed')
    expect(await codeOf(member.trpc.rooms.resolveReport.mutate({ reportId: items[0]!.id, outcome: 'resolved' }))).toBe(
      'forbidden',
    )
  })

  test('is somebody else’s, said by a person, there, and in a room that somebody moderates', async () => {
    await using app = await testApp()
    const { alice, bob, room } = await app.twoMembers()
    const { id: direct } = await alice.trpc.rooms.direct.mutate({ userIds: [bob.user.id] })
    const [own] = await bob.say(room, 'mine')
    const [gone] = await alice.say(room, 'gone')
    const [between] = await alice.say(direct, 'between us')
    await alice.trpc.messages.delete.mutate({ messageId: gone!.id })
    for (const { id: messageId } of [own!, gone!, between!])
      expect(await codeOf(bob.trpc.messages.report.mutate({ messageId, reason: 'Spam' }))).toBe('conflict')
  })

  test('is not shown to a moderator who may not see what was said before they came', async () => {
    await using app = await testApp()
    const { alice, bob, room: roomId } = await app.twoMembers()
    const carol = await app.person('carol')
    const [old] = await alice.say(roomId, 'secret')
    await bob.trpc.messages.report.mutate({ messageId: old!.id, reason: 'Secret' })
    const [report] = (await alice.trpc.rooms.reports.query({ roomId })).items
    await alice.trpc.rooms.update.mutate({ roomId, history: 'join' })
    await alice.trpc.rooms.addMember.mutate({ roomId, userId: carol.user.id, role: 'moderator' })
    expect((await carol.trpc.rooms.reports.query({ roomId })).items).toEqual([])
    const decide = { reportId: report!.id, outcome: 'resolved' } as const
    expect(await codeOf(carol.trpc.rooms.resolveReport.mutate(decide))).toBe('not_found')
  })
})
