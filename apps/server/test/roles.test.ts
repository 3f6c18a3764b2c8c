import { codeOf, type Person } from '@parley/testkit/person'
import { type TestApp, testApp } from '@parley/testkit/test-app'
import { expect, test } from 'vitest'

type Ask = (by: Person, room: string, target: Person, owner: Person) => Promise<unknown>

/** Who may do what, as people are told; and how each act is asked for. `target` is a new member. */
const acts: Record<string, { may: string[]; ask: Ask }> = {
  update: {
    may: ['owner', 'admin'],
    ask: ({ trpc, user }, roomId) => trpc.rooms.update.mutate({ roomId, topic: `By ${user.username}` }),
  },
  archive: { may: ['owner', 'admin'], ask: ({ trpc }, roomId) => trpc.rooms.archive.mutate({ roomId }) },
  restore: { may: ['owner', 'admin'], ask: ({ trpc }, roomId) => trpc.rooms.restore.mutate({ roomId }) },
  setRole: {
    may: ['owner', 'admin'],
    ask: ({ trpc }, roomId, { user }) => trpc.rooms.setRole.mutate({ roomId, userId: user.id, role: 'moderator' }),
  },
  'setRole to admin': {
    may: ['owner'],
    ask: ({ trpc }, roomId, { user }) => trpc.rooms.setRole.mutate({ roomId, userId: user.id, role: 'admin' }),
  },
  addMember: {
    may: ['owner', 'admin'],
    ask: ({ trpc }, roomId, { user }) => trpc.rooms.addMember.mutate({ roomId, userId: user.id }),
  },
  removeMember: {
    may: ['owner', 'admin', 'moderator'],
    ask: ({ trpc }, roomId, { user }) => trpc.rooms.removeMember.mutate({ roomId, userId: user.id }),
  },
  muteMember: {
    may: ['owner', 'admin', 'moderator'],
    ask: ({ trpc }, roomId, { user }) =>
      trpc.rooms.muteMember.mutate({ roomId, userId: user.id, until: new Date(Date.now() + 60_000) }),
  },
  ban: {
    may: ['owner', 'admin', 'moderator'],
    ask: ({ trpc }, roomId, { user }) => trpc.rooms.ban.mutate({ roomId, userId: user.id }),
  },
  unban: {
    may: ['owner', 'admin', 'moderator'],
    ask: ({ trpc }, roomId, { user }) => trpc.rooms.unban.mutate({ roomId, userId: user.id }),
  },
  bans: { may: ['owner', 'admin', 'moderator'], ask: ({ trpc }, roomId) => trpc.rooms.bans.query({ roomId }) },
  audit: { may: ['owner', 'admin'], ask: ({ trpc }, roomId) => trpc.rooms.audit.query({ roomId }) },
  reports: { may: ['owner', 'admin', 'moderator'], ask: ({ trpc }, roomId) => trpc.rooms.reports.query({ roomId }) },
  resolveReport: {
    may: ['owner', 'admin', 'moderator'],
    ask: async ({ trpc }, roomId, target, owner) => {
      const [message] = await target.say(roomId, 'hello')
      await owner.trpc.messages.report.mutate({ messageId: message!.id, reason: 'Spam' })
      const { items } = await owner.trpc.rooms.reports.query({ roomId, limit: 100 })
      return trpc.rooms.resolveReport.mutate({ reportId: items.at(-1)!.id, outcome: 'dismissed' })
    },
  },
  'delete another’s message': {
    may: ['owner', 'admin', 'moderator'],
    ask: async ({ trpc }, roomId, target) => {
      const [message] = await target.say(roomId, 'hello')
      return trpc.messages.delete.mutate({ messageId: message!.id })
    },
  },
  // Last: there is nothing to act on after it.
  delete: { may: ['owner'], ask: ({ trpc }, roomId) => trpc.rooms.delete.mutate({ roomId }) },
}

const roles = ['member', 'moderator', 'admin', 'owner'] as const

/** What became of every act, asked for by every role, the least first. */
async function tryAll(app: TestApp): Promise<Record<string, string[]>> {
  const { room, ...people } = await app.ofEachRole()
  const target = await app.person('target')
  const { user } = target
  const allowed: Record<string, string[]> = {}
  for (const [name, { ask }] of Object.entries(acts)) {
    allowed[name] = []
    for (const role of roles) {
      await app.database.db.deleteFrom('room_bans').execute()
      await people.owner.trpc.rooms.restore.mutate({ roomId: room })
      await people.owner.trpc.rooms.addMember.mutate({ roomId: room, userId: user.id })
      await people.owner.trpc.rooms.setRole.mutate({ roomId: room, userId: user.id, role: 'member' })
      await people.owner.trpc.rooms.muteMember.mutate({ roomId: room, userId: user.id, until: new Date(0) })
      const code = await codeOf(ask(people[role], room, target, people.owner))
      expect(['allowed', 'forbidden'], `${role}: ${name}`).toContain(code)
      if (code === 'allowed') allowed[name].unshift(role)
    }
  }
  return allowed
}

test('every act is open to just the roles it is meant for', { timeout: 60_000 }, async () => {
  await using app = await testApp()
  expect(await tryAll(app)).toEqual(Object.fromEntries(Object.entries(acts).map(([name, { may }]) => [name, may])))
})

test('nobody acts on their equals or on who stands above them', async () => {
  await using app = await testApp()
  const { room: roomId, ...people } = await app.ofEachRole()
  const until = new Date(Date.now() + 60_000)
  const codes: Promise<string>[] = []
  for (const [rank, role] of roles.entries()) {
    const { trpc } = people[role]
    for (const above of roles.slice(rank)) {
      const on = { roomId, userId: people[above].user.id }
      codes.push(codeOf(trpc.rooms.removeMember.mutate(on)), codeOf(trpc.rooms.ban.mutate(on)))
      codes.push(codeOf(trpc.rooms.muteMember.mutate({ ...on, until })))
      if (role !== 'owner') codes.push(codeOf(trpc.rooms.setRole.mutate({ ...on, role: 'member' })))
    }
  }
  expect(new Set(await Promise.all(codes))).toEqual(new Set(['forbidden']))
})
