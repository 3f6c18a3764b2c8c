import { setTimeout } from 'node:timers/promises'
import { createPerson } from '@parley/testkit/person'
import { describe, expect, test } from 'vitest'
import { bodiesOf, clientOf, listBodies, patience, shownIn, watchRoom } from './client.js'
import { serverThatRestarts } from './restarting.js'

/** Three people in one room, each with a client that looks at it. */
async function threeTalking() {
  const server = await serverThatRestarts()
  const people = await Promise.all(['alice', 'bob', 'carol'].map((name) => createPerson(server.url, name)))
  const roomId = (await people[0]!.trpc.rooms.create.mutate({ kind: 'public', name: 'General' })).id
  for (const { trpc } of people.slice(1)) await trpc.rooms.join.mutate({ roomId })
  const talkers = await Promise.all(
    people.map(async (person) => {
      const client = await clientOf(person, server.url)
      const seen = await watchRoom(client, roomId)
      const timeline = client.room(roomId)
      timeline.subscribe(() => {})
      await expect.poll(() => timeline.get().status, patience).toBe('ready')
      return { name: person.user.username, client, seen, timeline }
    }),
  )
  const dispose = async () => {
    for (const { client, seen } of talkers) {
      seen.stop()
      client.close()
    }
    for (const person of people) await person.close()
    await server[Symbol.asyncDispose]()
  }
  return { server, roomId, talkers, [Symbol.asyncDispose]: dispose }
}

type Talk = Awaited<ReturnType<typeof threeTalking>>

/** Once everybody shows all of it: they hold what the server holds, each message once, a sender's in order. */
async function expectAgreement({ talkers, roomId }: Talk, each: number) {
  const [{ client }] = talkers as [Talk['talkers'][number]]
  const told = await listBodies(client, roomId)
  for (const { name, seen, timeline } of talkers) {
    expect(shownIn(timeline)).toEqual(told)
    await expect.poll(() => bodiesOf(seen), patience).toEqual(told)
    const said = Array.from({ length: each }, (_, at) => `${name} ${at}`)
    expect(told.filter((body) => body.startsWith(`${name} `))).toEqual(said)
  }
}

describe('clients of a server that restarts', { timeout: 120_000 }, () => {
  test('after kill -9 in mid-talk every message is there once, in order, for everybody', async () => {
    await using set = await threeTalking()
    const { server, talkers } = set
    const each = 60
    const talking = talkers.map(async ({ name, timeline }) => {
      for (let at = 0; at < each; at++) {
        timeline.send(`${name} ${at}`)
        await setTimeout(50)
      }
    })
    for (let round = 0; round < 2; round++) {
      await setTimeout(700)
      await server.stop('SIGKILL')
      await server.start()
    }
    await Promise.all(talking)
    for (const { timeline } of talkers) await expect.poll(() => shownIn(timeline).length, patience).toBe(each * 3)
    await expectAgreement(set, each)
  })

  test('what was written while it was away arrives once and in order', async () => {
    await using set = await threeTalking()
    const { server, talkers } = set
    await server.stop('SIGTERM')
    for (let at = 0; at < 8; at++) for (const { name, timeline } of talkers) timeline.send(`${name} ${at}`)
    await setTimeout(1_500)
    for (const { timeline } of talkers) expect(shownIn(timeline)).toEqual([])
    await server.start()
    for (const { timeline } of talkers) await expect.poll(() => shownIn(timeline).length, patience).toBe(8 * 3)
    await expectAgreement(set, 8)
  })
})
