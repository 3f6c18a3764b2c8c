import { testApp } from '@parley/testkit/test-app'
import { expect, test } from 'vitest'

const bodiesOf = (events: { type: string; message?: { body: string } }[]) =>
  events.flatMap(({ message }) => message?.body ?? [])

test('a listener that fails ends alone: what was said is answered, and told to the others', async () => {
  await using app = await testApp()
  const { alice, bob, room } = await app.twoMembers()
  const owner = { userId: bob.user.id, sessionId: 'none', roomId: room, connection: null }
  const failing = app.deps.hub.openChanges(owner, room, 0, new AbortController().signal)
  const ended: unknown[] = []
  const fail = () => {
    throw new Error('This listener is broken.')
  }
  failing.handOver({ deliver: fail }, (error) => ended.push(error))
  const seen = alice.watch(room)
  await seen.take(1)
  await bob.say(room, 'one', 'two')
  await seen.take(3)
  expect(bodiesOf(seen.items)).toEqual(['one', 'two'])
  expect(ended).toMatchObject([{ code: 'unavailable' }])
  expect(app.deps.hub.countFeeds()).toBe(1)
})

test('what fails after a commit loses nothing: the sender is answered, and who watches gets it all the same', async () => {
  await using app = await testApp()
  const { alice, bob, room } = await app.twoMembers()
  const seen = alice.watch(room)
  await seen.take(1)
  const { hub, writer } = app.deps
  const publishChange = hub.publishChange.bind(hub)
  hub.publishChange = () => {
    hub.publishChange = publishChange
    throw new Error('Nothing can be told.')
  }
  await bob.say(room, 'one')
  await seen.take(2)
  await bob.say(room, 'two')
  await seen.take(3)
  expect(bodiesOf(seen.items)).toEqual(['one', 'two'])

  const onCommit = () => {
    throw new Error('Nothing can be told.')
  }
  expect(await writer.write(room, () => Promise.resolve({ result: 'written', onCommit }))).toBe('written')
  await bob.say(room, 'three')
  await seen.take(4)
  expect(bodiesOf(seen.items)).toEqual(['one', 'two', 'three'])
})
