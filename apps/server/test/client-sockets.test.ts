import { setTimeout } from 'node:timers/promises'
import { testApp } from '@parley/testkit/test-app'
import { describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { bodiesOf, clientOf, numbered, patience, shownIn, watchRoom } from './client.js'

/** The stock socket, and those that were opened: a test does to them what networks and servers do. */
function tamperedWith() {
  const opened: WebSocket[] = []
  class Socket extends WebSocket {
    constructor(url: string) {
      super(url)
      opened.push(this)
    }
  }
  return { Socket, last: () => opened.findLast(({ readyState }) => readyState === WebSocket.OPEN), opened }
}

const acts = {
  'is asked to reconnect': (socket: WebSocket) =>
    void socket.emit('message', Buffer.from('{"id":null,"method":"reconnect"}'), false),
  'is closed because its token ended': (socket: WebSocket) => socket.close(4401),
  'is cut': (socket: WebSocket) => socket.terminate(),
}

describe('while messages stream, a client whose socket', { timeout: 60_000 }, () => {
  test.each(Object.entries(acts))('%s gets every message once and in order', async (_name, act) => {
    await using app = await testApp()
    const { alice, bob, room } = await app.twoMembers()
    const { Socket, last, opened } = tamperedWith()
    using client = await clientOf(bob, app.url, Socket)
    using other = await clientOf(bob, app.url)
    const [seen, seenByOther] = [await watchRoom(client, room), await watchRoom(other, room)]
    const timeline = client.room(room)
    const leave = timeline.subscribe(() => {})
    await expect.poll(() => timeline.get().status, patience).toBe('ready')

    let talking = true
    let said = 0
    const talk = (async () => {
      while (talking) await alice.say(room, String(++said))
    })()
    for (let round = 0; round < 4; round++) {
      await setTimeout(250)
      const socket = last()
      if (socket) act(socket)
    }
    await setTimeout(250)
    talking = false
    await talk

    for (const one of [seen, seenByOther]) {
      await expect.poll(() => bodiesOf(one).length, patience).toBeGreaterThanOrEqual(said)
      expect(bodiesOf(one)).toEqual(numbered(said))
    }
    await expect.poll(() => shownIn(timeline), patience).toEqual(numbered(said))
    expect(opened.length).toBeGreaterThan(1)
    leave()
    seen.stop()
    seenByOther.stop()
  })
})
