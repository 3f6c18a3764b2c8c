import type { Message } from '@parley/contract/messages'
import { testApp } from '@parley/testkit/test-app'
import { codeOf, type Person } from '@parley/testkit/person'
import { expect, test } from 'vitest'
import { createWorld } from '@parley/testkit/world'
import { fetchMessages, followMessages } from './following.js'

const patience = { timeout: 15_000 }

/** A server whose Internet is this world, in which every page has its path as its title. */
async function withPages() {
  const asked: string[] = []
  const world = await createWorld((request, response) => {
    asked.push(request.url ?? '')
    response.setHeader('content-type', 'text/html')
    response.end(`<title>Page ${request.url}</title><meta name="description" content="About it">`)
  })
  const app = await testApp({
    env: { LINK_PREVIEWS: 'on' },
    network: world.network({ 'inside.test': () => ['127.0.0.1'] }),
  })
  return {
    app,
    world,
    asked,
    link: (path: string) => world.url('pages.test', path),
    async [Symbol.asyncDispose]() {
      await app[Symbol.asyncDispose]()
      await world[Symbol.asyncDispose]()
    },
  }
}

const byId = ({ trpc }: Person, { id }: Message) => trpc.messages.byId.query({ messageId: id })
const edit = ({ trpc }: Person, { id }: Message, body: string) => trpc.messages.edit.mutate({ messageId: id, body })

test('a link is shown as what its page says of itself, once it was read, and goes with it', async () => {
  await using pages = await withPages()
  const { app, link } = pages
  const { alice, bob, room } = await app.twoMembers()
  const held = await followMessages(bob, room)
  const titleOf = async (message: Message) => (await byId(bob, message)).preview?.title ?? null
  const settled = async () => expect(await held.settled()).toEqual(await fetchMessages(bob, room))

  const [said] = (await alice.say(room, `Have you **read** [this](${link('/one')})? And ${link('/two')}`)) as [Message]
  expect(said.preview).toBeNull()
  await expect.poll(() => titleOf(said), patience).toBe('Page /one')
  const shown = await byId(bob, said)
  expect(shown.preview).toEqual({ url: link('/one'), title: 'Page /one', description: 'About it', siteName: null })
  expect(shown).toMatchObject({ editedAt: null, seq: said.seq })
  expect(shown.version).toBeGreaterThan(said.version)
  await settled()

  // The same link stays; another one is read anew; none leaves none.
  expect((await edit(alice, said, `Read this: ${link('/one')}`)).preview).toEqual(shown.preview)
  expect((await edit(alice, said, `No, this: ${link('/two')}`)).preview).toBeNull()
  await expect.poll(() => titleOf(said), patience).toBe('Page /two')
  await settled()
  expect((await edit(alice, said, `No, \`${link('/two')}\``)).preview).toBeNull()
  await settled()

  // Whose it is takes it away, and it does not come back with the same link.
  const [mine] = (await bob.say(room, link('/three'))) as [Message]
  await expect.poll(() => titleOf(mine), patience).toBe('Page /three')
  const carol = await app.person('carol')
  await carol.trpc.rooms.join.mutate({ roomId: room })
  expect(await codeOf(carol.trpc.messages.removePreview.mutate({ messageId: mine.id }))).toBe('forbidden')
  const removed = await bob.trpc.messages.removePreview.mutate({ messageId: mine.id })
  expect(removed.preview).toBeNull()
  expect(await bob.trpc.messages.removePreview.mutate({ messageId: mine.id })).toEqual(removed)
  expect((await edit(bob, mine, `${link('/three')} again`)).preview).toBeNull()
  await settled()

  // Whoever may delete may do that too; and with the message it is gone for real.
  const [last] = (await bob.say(room, link('/four'))) as [Message]
  await expect.poll(() => titleOf(last), patience).toBe('Page /four')
  expect((await alice.trpc.messages.removePreview.mutate({ messageId: last.id })).preview).toBeNull()
  await edit(bob, last, link('/five'))
  await expect.poll(() => titleOf(last), patience).toBe('Page /five')
  expect((await bob.trpc.messages.delete.mutate({ messageId: last.id })).preview).toBeNull()
  await settled()
  const rows = await app.database.db.selectFrom('link_previews').selectAll().where('message_id', '=', last.id).execute()
  expect(rows).toEqual([])
  expect(await codeOf(bob.trpc.messages.removePreview.mutate({ messageId: last.id }))).toBe('conflict')
})

test('what is no link, leads inward or goes meanwhile is not shown, and costs a send nothing', async () => {
  await using pages = await withPages()
  const { app, link, world, asked } = pages
  const { alice, room } = await app.twoMembers()
  const insertsOf = async (work: () => Promise<unknown>) => {
    const statements = await app.statementsOf(work)
    return statements.filter(({ sql }) => /insert into (link_previews|pgboss\.job)/i.test(sql)).length
  }
  expect(await insertsOf(() => alice.say(room, 'no link', `\`${link('/code')}\``, 'https://'))).toBe(0)
  // However many are sent at once, two statements for each transaction.
  const many = Array.from({ length: 20 }, (_, at) => link(`/many/${at}`))
  const inserts = await insertsOf(() => Promise.all(many.map((url) => alice.say(room, url))))
  expect(inserts).toBeGreaterThan(0)
  expect(inserts).toBeLessThan(20)

  await alice.say(room, world.url('inside.test'), `http://127.0.0.1:${world.port}/`, 'http://169.254.169.254/latest')
  const [gone, last] = (await alice.say(room, link('/gone'), link('/last'))) as [Message, Message]
  await alice.trpc.messages.delete.mutate({ messageId: gone.id })
  await expect.poll(async () => (await byId(alice, last)).preview?.title, patience).toBe('Page /last')
  const shown = (await fetchMessages(alice, room)) as Iterable<Message>
  const titles = [...shown].flatMap(({ preview }) => preview?.title ?? [])
  expect(new Set(titles)).toEqual(new Set([...many.map((_, at) => `Page /many/${at}`), 'Page /last']))
  expect(world.inside.hits).toBe(0)
  expect(asked).not.toContain('/code')
})
