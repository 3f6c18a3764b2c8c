import { limits } from '@parley/contract/limits'
import { movableClock, testApp } from '@parley/testkit/test-app'
import { describe, expect, test } from 'vitest'

interface StreamEvent {
  event: string | undefined
  id: string | undefined
  data: unknown
}

/** Reads a subscription as Server-Sent Events, as `httpSubscriptionLink` asks for it. */
async function openStream(url: string, path: string, input: object, headers: Record<string, string>) {
  const abort = new AbortController()
  const query = new URLSearchParams({ input: JSON.stringify({ json: input }) })
  const response = await fetch(`${url}/trpc/${path}?${query.toString()}`, {
    headers: { accept: 'text/event-stream', ...headers },
    signal: abort.signal,
  })
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  async function next(): Promise<StreamEvent> {
    for (;;) {
      const end = text.indexOf('\n\n')
      if (end < 0) {
        const { value, done } = await reader.read()
        if (done) throw new Error(`The stream ended with: ${text}`)
        text += value
        continue
      }
      const fields = Object.fromEntries(
        text
          .slice(0, end)
          .split('\n')
          .map((line) => line.split(/: ?(.*)/s).slice(0, 2)),
      )
      text = text.slice(end + 2)
      if (fields['event'] === 'connected' || fields['event'] === 'ping' || !fields['data']) continue
      return { event: fields['event'], id: fields['id'], data: JSON.parse(fields['data']) }
    }
  }
  return { response, next, close: () => abort.abort() }
}

describe('a subscription as an event stream', () => {
  test('brings the backlog, ready, and what is said live, each with its id', async () => {
    await using app = await testApp()
    const { alice, bob, room } = await app.twoMembers()
    await bob.say(room, 'one', 'two')
    const headers = { authorization: `Bearer ${alice.session.accessToken}`, 'last-event-id': '1' }
    const stream = await openStream(app.url, 'messages.watch', { roomId: room }, headers)
    expect(Object.fromEntries(stream.response.headers)).toMatchObject({
      'content-type': 'text/event-stream',
      'cache-control': 'no-cache, no-transform',
      'x-accel-buffering': 'no',
    })
    expect(await stream.next()).toMatchObject({
      id: '2',
      data: { json: { type: 'message', message: { body: 'two' } } },
    })
    expect(await stream.next()).toMatchObject({ id: '2', data: { json: { type: 'ready', version: 2 } } })
    await bob.say(room, 'three')
    expect(await stream.next()).toMatchObject({ id: '3', data: { json: { message: { body: 'three' } } } })
    stream.close()
  })

  test('ends with not_found when access is lost', async () => {
    await using app = await testApp()
    const { bob, room } = await app.twoMembers()
    const headers = { authorization: `Bearer ${bob.session.accessToken}` }
    const stream = await openStream(app.url, 'messages.watch', { roomId: room }, headers)
    await stream.next()
    await bob.trpc.rooms.leave.mutate({ roomId: room })
    expect(await stream.next()).toMatchObject({
      event: 'serialized-error',
      data: { json: { data: { appCode: 'not_found' } } },
    })
    stream.close()
  })

  test('makes its person present, and ends with the access token', async () => {
    const clock = movableClock()
    await using app = await testApp({ clock })
    const { bob, room } = await app.twoMembers()
    const presence = () => app.deps.presence.statusOf(bob.user.id)
    expect(presence()).toBe('offline')
    clock.advance(bob.session.expiresAt.getTime() - clock.now() - 3_000)
    const headers = { authorization: `Bearer ${bob.session.accessToken}` }
    const stream = await openStream(app.url, 'messages.watch', { roomId: room }, headers)
    await stream.next()
    expect(presence()).toBe('online')
    await expect(stream.next()).rejects.toThrow()
    await expect.poll(() => (clock.advance(limits.presenceGraceMs), presence())).toBe('offline')
  })
})
