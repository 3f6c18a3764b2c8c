import type { Person } from '@parley/testkit/person'
import { type TestApp, testApp } from '@parley/testkit/test-app'
import { describe, expect, test } from 'vitest'
import { react, send } from './following.js'
import { callAll, procedures, watchAll } from './permissions/everything.js'
import { permissions } from './permissions/table.js'
import type { World } from './permissions/world.js'
import { upload } from './uploading.js'

/** What somebody who is not to see it would see; every message of the room says one of them. */
const anySecret = /confidential|unspoken|🤫/
const whatCameLater = /unspoken|🤫/

/** Alice's private room, in which she, Bob and Carol talked, and a square where everybody is. */
async function createSecrets(app: TestApp) {
  const [alice, bob, carol] = [await app.person('alice'), await app.person('bob'), await app.person('carol')]
  const guest = await app.person('guest')
  const { id: room } = await alice.trpc.rooms.create.mutate({ kind: 'private', name: 'Board' })
  const { id: square } = await alice.trpc.rooms.create.mutate({ kind: 'public', name: 'Square' })
  for (const { user } of [bob, carol])
    for (const roomId of [room, square]) await alice.trpc.rooms.addMember.mutate({ roomId, userId: user.id })
  const [plan] = await alice.say(room, 'confidential plan, @carol and @room')
  const [own] = await carol.say(room, 'my confidential words')
  const answer = await send(bob, room, 'confidential answer', { threadRootId: plan!.id })
  const quote = await send(bob, room, 'confidential quote', { replyToId: own!.id })
  const { id: file } = await upload(app, alice, 'confidential words', 'confidential.txt')
  const enclosing = await send(alice, room, 'confidential file', { attachmentIds: [file] })
  await carol.trpc.messages.report.mutate({ messageId: plan!.id, reason: 'confidential reason' })
  const [report] = (await alice.trpc.rooms.reports.query({ roomId: room })).items
  const invite = await alice.trpc.rooms.createInvite.mutate({ roomId: room })
  const { code: inviteCode } = await alice.trpc.rooms.createInvite.mutate({ roomId: square })
  const [session] = await alice.trpc.auth.sessions.query()
  const { id: ownToken } = await alice.trpc.auth.createToken.mutate({ name: 'x', scopes: ['rooms:read'] })
  const world = {
    ...{ room, publicRoom: square, report: report!.id, takeInvite: () => invite.id, inviteCode, upload: file },
    ...{ ownSession: session!.id, ownToken, owner: alice.user, guest: guest.user },
  }
  const messages = [plan!, own!, answer, quote, enclosing]
  const worlds = messages.map(({ id }) => ({ ...world, message: id }) as unknown as World)

  /** What happens to old messages: all that a watcher could learn of them. */
  async function touchOldOnes(): Promise<void> {
    await alice.trpc.messages.edit.mutate({ messageId: plan!.id, body: 'unspoken plan, @carol and @room' })
    await react(alice, own!, '🤫', true)
    await react(bob, plan!, '🤫', true)
    await bob.trpc.messages.edit.mutate({ messageId: quote.id, body: 'unspoken quote' })
    await bob.trpc.messages.delete.mutate({ messageId: answer.id })
  }
  return { alice, bob, carol, room, square, plan: plan!, own: own!, worlds, touchOldOnes }
}

const textOf = (streams: Record<string, { items: unknown[] }>) =>
  Object.entries(streams).map(([name, { items }]) => `${name}: ${JSON.stringify(items)}`)

/** All that the person can call and watch shows nothing that fits. */
async function expectBlind(app: TestApp, person: Person, worlds: World[], shown: RegExp) {
  const answers = await callAll(app.url, person, worlds)
  for (const [path, texts] of Object.entries(answers))
    for (const text of texts) expect(text, `answer of ${path}`).not.toMatch(shown)
  return answers
}

test('every procedure is tried: the table of permissions has them all', () => {
  expect(procedures.map(({ path }) => path).toSorted()).toEqual(Object.keys(permissions).toSorted())
})

describe('who was', () => {
  for (const act of ['removeMember', 'ban'] as const)
    test(
      `${act === 'ban' ? 'banned' : 'removed'} sees nothing of the room any more, whatever they call or watch`,
      { timeout: 120_000 },
      async () => {
        await using app = await testApp()
        const { alice, bob, carol, room, square, own, worlds, touchOldOnes } = await createSecrets(app)
        const before = await watchAll(carol, worlds[0]!)
        await alice.trpc.rooms[act].mutate({ roomId: room, userId: carol.user.id })
        const after = await watchAll(carol, worlds[0]!)
        await touchOldOnes()
        await alice.trpc.rooms.update.mutate({ roomId: room, name: 'unspoken name', topic: 'unspoken topic' })
        await alice.say(room, 'unspoken words, @carol and @room')
        await send(bob, room, 'unspoken answer', { replyToId: own.id })
        await send(bob, room, 'unspoken aside', { threadRootId: own.id })
        await alice.say(square, 'fence')
        const inboxes = [before, after].map((streams) => streams['rooms.watch 0']!)
        for (const inbox of inboxes) await inbox.until((event) => JSON.stringify(event).includes('fence'))
        for (const text of textOf(before)) expect(text).not.toMatch(whatCameLater)
        for (const text of textOf(after)) expect(text).not.toMatch(anySecret)
        const answers = await expectBlind(app, carol, worlds, anySecret)
        const ofRoom = Object.keys(answers).filter((path) => permissions[path]!.outcomes.stranger === 'not_found')
        const told = ofRoom.filter((path) => answers[path]!.some((text) => !text.includes('"refused":"not_found"')))
        expect(told).toEqual([])
      },
    )
})

test(
  'who comes to a room that shows its history from joining on sees nothing older, whatever they call or watch',
  { timeout: 120_000 },
  async () => {
    await using app = await testApp()
    const { alice, bob, room, plan, own, worlds, touchOldOnes } = await createSecrets(app)
    const dave = await app.person('dave')
    await alice.trpc.rooms.update.mutate({ roomId: room, history: 'join' })
    const early = await watchAll(dave, worlds[0]!)
    await alice.trpc.rooms.addMember.mutate({ roomId: room, userId: dave.user.id })
    const streams = await watchAll(dave, worlds[0]!)
    await touchOldOnes()
    await send(bob, room, 'quoting', { replyToId: plan.id })
    await send(bob, room, 'answering', { threadRootId: own.id })
    await alice.say(room, 'fence for @dave')
    for (const seen of [streams['messages.watch 0']!, streams['messages.watch 1']!, early['rooms.watch 0']!])
      await seen.until((event) => JSON.stringify(event).includes('fence'))
    for (const text of [...textOf(early), ...textOf(streams)]) expect(text).not.toMatch(anySecret)
    const answers = await expectBlind(app, dave, worlds, anySecret)
    for (const path of ['messages.byId', 'messages.edit', 'messages.react', 'messages.seenBy', 'messages.report'])
      for (const text of answers[path]!) expect(text, `answer of ${path}`).toContain('"refused":"not_found"')
    // Who was there all the time does see it, by the very same calls.
    const seen = Object.values(await callAll(app.url, bob, worlds)).flat()
    expect(seen.join()).toMatch(anySecret)
  },
)
