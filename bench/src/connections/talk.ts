import { setTimeout as sleep } from 'node:timers/promises'
import { v7 as newId } from 'uuid'
import type { Inhabitant } from './population.js'

/** People who talk, each in their room, whatever happens to the server. */
export interface Talk {
  /** Says how many messages were acknowledged in each room. */
  stop(): Promise<Map<string, number>>
}

export function talk(url: string, speakers: Inhabitant[], perSecond: number): Talk {
  const said = new Map<string, number>()
  const underWay = new Set<Promise<void>>()
  let stopped = false

  /** The same message until it is acknowledged: a repeat of what was written already is no second one. */
  async function send({ token, roomId }: Inhabitant): Promise<void> {
    const body = JSON.stringify({ json: { roomId, clientId: newId(), body: 'a line of talk as people write it' } })
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` }
    for (;;) {
      const ok = await fetch(`${url}/trpc/messages.send`, { method: 'POST', headers, body }).then(
        (response) => response.ok,
        () => false,
      )
      if (ok) break
      await sleep(500)
    }
    said.set(roomId, (said.get(roomId) ?? 0) + 1)
  }

  async function run(): Promise<void> {
    for (let at = 0; !stopped; at++) {
      const speaker = speakers[at % speakers.length]
      if (!speaker) return
      const sending = send(speaker)
      underWay.add(sending)
      void sending.finally(() => underWay.delete(sending))
      await sleep(1_000 / perSecond)
    }
  }

  const running = run()
  return {
    async stop() {
      stopped = true
      await running
      await Promise.all(underWay)
      return said
    },
  }
}
