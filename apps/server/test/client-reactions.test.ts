import { limits } from '@parley/contract/limits'
import { testApp } from '@parley/testkit/test-app'
import { expect, test } from 'vitest'
import { clientOf, patience } from './client.js'

test(
  'who reacted later than a message names can take it back, and anybody can join in',
  { timeout: 120_000 },
  async () => {
    await using app = await testApp()
    const { alice, bob, room } = await app.twoMembers()
    const [message] = await alice.say(room, 'who is in?')
    const react = { messageId: message!.id, emoji: '✋', on: true }
    for (let at = 0; at < limits.reactionUsersShown; at++) {
      const person = await app.person(`person${at}`)
      await person.trpc.rooms.join.mutate({ roomId: room })
      await person.trpc.messages.react.mutate(react)
    }
    await bob.trpc.messages.react.mutate(react)

    const count = (timeline: ReturnType<typeof bobs.room>) => timeline.get().entries[0]?.message.reactions[0]?.count
    using bobs = await clientOf(bob, app.url)
    using alices = await clientOf(alice, app.url)
    const [his, hers] = [bobs.room(room), alices.room(room)]
    for (const timeline of [his, hers]) {
      timeline.subscribe(() => {})
      await expect.poll(() => count(timeline), patience).toBe(51)
    }

    await his.toggleReaction(message!.id, '✋')
    await expect.poll(() => [count(his), count(hers)], patience).toEqual([50, 50])
    await hers.toggleReaction(message!.id, '✋')
    await expect.poll(() => [count(his), count(hers)], patience).toEqual([51, 51])
    await hers.toggleReaction(message!.id, '✋')
    await his.toggleReaction(message!.id, '🎉')
    await his.toggleReaction(message!.id, '🎉')
    await expect.poll(() => count(his), patience).toBe(50)
    const { items } = await alice.trpc.messages.list.query({ roomId: room })
    expect(items.at(-1)?.reactions.map((one) => [one.emoji, one.count])).toEqual([['✋', 50]])
  },
)
