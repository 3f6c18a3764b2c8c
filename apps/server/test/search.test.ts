import { type Person, codeOf } from '@parley/testkit/person'
import { testApp, type TestApp } from '@parley/testkit/test-app'
import { expect, test } from 'vitest'
import { upload } from './uploading.js'

const search = async ({ trpc }: Person, query: string, roomId?: string): Promise<string[]> => {
  const { items } = await trpc.messages.search.query({ query, ...(roomId && { roomId }) })
  return items.map(({ message }) => message.body)
}

/** What somebody finds, as bodies, by each search: read from what is not indexed yet, and again by way of the index. */
async function findAll(app: TestApp, person: Person, queries: string[]): Promise<Record<string, string[]>> {
  const all = async () =>
    Object.fromEntries(await Promise.all(queries.map(async (query) => [query, await search(person, query)])))
  const fresh = await all()
  await app.deps.index.idle()
  const indexed = await all()
  expect(fresh).toEqual(indexed)
  return indexed
}

const find = async (app: TestApp, person: Person, query: string): Promise<string[]> =>
  (await findAll(app, person, [query]))[query] ?? []

test('words of any script are found, however their accents, case and width are written', async () => {
  await using app = await testApp()
  const { alice, room } = await app.twoMembers()
  const said = {
    latin: 'Café crème à la Müller-Straße',
    turkish: 'İSTANBUL ve Iğdır',
    nordic: 'Rødgrød med fløde på Ærø',
    greek: 'Ο ΟΔΟΣ είναι εδώ',
    cyrillic: 'Ещё одна ёлка',
    chinese: '我们明天在会议室讨论发布计划。',
    japanese: 'デプロイは午後に東京で行います。ガイドを読む',
    korean: '내일 회의를 시작합니다',
    arabic: 'اجتماعٌ غدًا في المكتب',
    hebrew: 'שָׁלוֹם לכולם',
    thai: 'พรุ่งนี้เราประชุมกันที่สำนักงาน',
    hindi: 'कल बैठक है, की नहीं',
    emoji: 'Shipped 🎉 with 👩🏽‍💻 and 👍🏿',
    wide: 'ＡＢＣ１２３ ﾃﾞｰﾀ',
    code: 'set max_connections = 200 in e-mail.conf',
  }
  await alice.say(room, ...Object.values(said))
  const asked: [keyof typeof said, ...string[]][] = [
    ['latin', 'cafe', 'CAFÉ', 'strasse', 'Straße', 'muller', 'Cre\u0300me'],
    ['turkish', 'istanbul', 'İstanbul', 'ISTANBUL', 'ığdır', 'igdir'],
    ['nordic', 'rodgrod', 'FLØDE', 'aero'],
    ['greek', 'οδος', 'οδοσ', 'ειναι'],
    ['cyrillic', 'еще', 'ЁЛКА'],
    ['chinese', '会议', '会议室', '发布计划', '室', '明天 计划'],
    ['japanese', 'デプロイ', '東京', 'ガイド', '行います'],
    ['korean', '회의', '시작'],
    ['arabic', 'اجتماع', 'المكتب', 'غدا'],
    ['hebrew', 'שלום', 'לכולם'],
    ['thai', 'ประชุม', 'สำนักงาน', 'พรุ่งนี้'],
    ['hindi', 'बैठक', 'की'],
    ['emoji', '🎉', '👩‍💻', '👍', 'shipped 🎉'],
    ['wide', 'abc123', 'データ'],
    ['code', 'max_connections', 'connections', 'e-mail', 'mail.conf', '200'],
  ]
  const expected: Record<string, string[]> = {}
  for (const [name, ...queries] of asked) for (const query of queries) expected[query] = [said[name]]
  // A vowel sign is a part of the word, and so are the two dots that make か into が.
  for (const query of ['का', 'カイド', '议会', 'otel', '🎊']) expected[query] = []
  expect(await findAll(app, alice, Object.keys(expected))).toEqual(expected)
})

test('phrases, beginnings, and words that must not be there', async () => {
  await using app = await testApp()
  const { alice, room } = await app.twoMembers()
  const [one, two, three] = ['Deploy the new server', 'the deployment is new', 'New York, the server']
  await alice.say(room, one, two, three)
  const table: Record<string, string[]> = {
    'new server': [one, three],
    '"new server"': [one],
    '"server new"': [],
    '“the new”': [one],
    'depl*': [two, one],
    'deploy ': [one],
    // The last word is being typed; what stands there as it is written comes before what only begins so.
    deploy: [one, two],
    'deploy new': [one],
    'new -york': [two, one],
    'new -"the new"': [three, two],
    '-york': [two, one],
    'NEW-YORK': [three],
    d: [],
    'de*': [two, one],
    'server "': [three, one],
    '"': [],
    '': [],
    '*': [],
    '% _ \\ .*+?^${}()|[]': [],
  }
  expect(await findAll(app, alice, Object.keys(table))).toEqual(table)
})

test('operators narrow what is found, and a value that one cannot have is refused by name', async () => {
  await using app = await testApp()
  const { alice, bob, room } = await app.twoMembers()
  const other = (await alice.trpc.rooms.create.mutate({ kind: 'private', name: 'Release planning' })).id
  const [root] = await alice.say(room, 'plan of alice, see https://example.com')
  await bob.say(room, 'plan of bob')
  await alice.say(other, 'plan elsewhere')
  const reply = { roomId: room, clientId: crypto.randomUUID(), body: 'plan in a thread', threadRootId: root?.id ?? '' }
  await alice.trpc.messages.send.mutate(reply)
  const file = await upload(app, alice, 'words', 'Quarterly plan.txt')
  await alice.trpc.messages.send.mutate({
    ...reply,
    clientId: crypto.randomUUID(),
    threadRootId: undefined,
    body: '',
    attachmentIds: [file.id],
  })
  const [all, link] = [['', 'plan in a thread', 'plan elsewhere', 'plan of bob', root?.body ?? ''], [root?.body]]
  const day = (shift: number) => new Date(Date.now() + shift * 86_400_000).toISOString().slice(0, 10)
  const table: Record<string, unknown[]> = {
    plan: all,
    'plan from:bob': ['plan of bob'],
    'from:me plan in:general is:thread': ['plan in a thread', root?.body],
    'plan from:@BOB': ['plan of bob'],
    'plan -from:alice': ['plan of bob'],
    'in:"release planning"': ['plan elsewhere'],
    'in:#general from:bob': ['plan of bob'],
    'plan has:link': link,
    'has:file': [''],
    quarterly: [''],
    'has:image': [],
    'is:pinned': [],
    [`plan before:${day(1)} after:${day(-1)}`]: all,
    [`plan after:${day(0)}`]: all,
    [`plan before:${day(0)}`]: [],
    [`plan after:${day(1)}`]: [],
    'plan before:2020': [],
    [`plan after:${root?.createdAt.toISOString()}`]: all,
    'note: plan': [],
  }
  expect(await findAll(app, alice, Object.keys(table))).toEqual(table)
  expect(await search(alice, 'plan', other)).toEqual(['plan elsewhere'])

  const refused: Record<string, string> = {
    'from:nobody-here': 'from: nobody has the username nobody-here',
    'in:Secrets': 'in: you are in no room named Secrets',
    'before:soon': 'before: must be a date such as 2026-11-03',
    'after:2026-02-31': 'after: must be a date such as 2026-11-03',
    'has:money': 'has: must be one of link, file, image',
    'is:': 'is: has no value',
    '-in:general': 'in: cannot be turned round with a minus',
    [Array.from({ length: 41 }, () => 'a').join(' ')]: 'holds more than 40 words',
  }
  for (const [query, message] of Object.entries(refused)) {
    const error = await alice.trpc.messages.search.query({ query }).catch((cause: unknown) => cause)
    expect(error, `searching for ${query}`).toMatchObject({
      data: { appCode: 'invalid', details: [{ path: ['query'], message }] },
    })
  }
})

test('pages go on where they ended while people write, and the excerpt says where the words stand', async () => {
  await using app = await testApp()
  const { alice, bob, room } = await app.twoMembers()
  const bodies = Array.from({ length: 23 }, (_, at) => `tick number ${at}`)
  await alice.say(room, ...bodies)
  const seen: string[] = []
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page = await bob.trpc.messages.search.query({ query: 'tick ', limit: 5, ...(cursor && { cursor }) })
    seen.push(...page.items.map(({ message }) => message.body))
    cursor = page.nextCursor
    await alice.say(room, `another tick after ${seen.length}`)
    if (seen.length === 10) await app.deps.index.idle()
  }
  expect(seen).toEqual(bodies.toReversed())
  expect(await codeOf(bob.trpc.messages.search.query({ query: 'tick', cursor: 'made up' }))).toBe('invalid')

  await alice.say(room, `${'long before '.repeat(20)}\nthe Größe of it, größe again${' and long after'.repeat(20)}`)
  const { items } = await alice.trpc.messages.search.query({ query: 'grosse' })
  const { snippet = '', highlights = [] } = items[0] ?? {}
  expect(highlights.map(([from, to]) => snippet.slice(from, to))).toEqual(['Größe', 'größe'])
  expect(snippet.length).toBeLessThanOrEqual(202)
  expect(snippet).toMatch(/^….*before {2}the Größe of it.*…$/)
})

test('what is edited is found by what it says now, what is taken back is not found', async () => {
  await using app = await testApp()
  const { alice, bob, room } = await app.twoMembers()
  const [first, second] = await alice.say(room, 'the first apple', 'the second apple')
  expect(await find(app, bob, 'apple')).toHaveLength(2)
  await alice.trpc.messages.edit.mutate({ messageId: first?.id ?? '', body: 'a pear' })
  await bob.trpc.messages.react.mutate({ messageId: first?.id ?? '', emoji: '🍐', on: true })
  expect(await find(app, bob, 'apple')).toEqual(['the second apple'])
  expect(await find(app, bob, 'pear')).toEqual(['a pear'])
  await alice.trpc.messages.delete.mutate({ messageId: second?.id ?? '' })
  const entries = async () => {
    const { numRows } = await app.database.db
      .selectFrom('search_entries')
      .select((eb) => eb.fn.countAll<number>().as('numRows'))
      .executeTakeFirstOrThrow()
    return numRows
  }
  expect(await entries()).toBe(1)
  expect(await find(app, bob, 'apple')).toEqual([])
  expect(await entries()).toBe(1)
})

test('nobody finds what they may not see', async () => {
  await using app = await testApp()
  const { alice, bob, room } = await app.twoMembers()
  const [carol, dave] = [await app.person('carol'), await app.person('dave')]
  const secret = (await alice.trpc.rooms.create.mutate({ kind: 'private', name: 'Secret' })).id
  const pair = (await alice.trpc.rooms.direct.mutate({ userIds: [bob.user.id] })).id
  await alice.say(room, 'treasure in public')
  await alice.say(secret, 'treasure in secret')
  await alice.say(pair, 'treasure between us')
  const all = ['treasure between us', 'treasure in secret', 'treasure in public']
  expect(await find(app, alice, 'treasure')).toEqual(all)
  expect(await find(app, bob, 'treasure')).toEqual(['treasure between us', 'treasure in public'])
  // A room that one is not in answers as one that does not exist does; a public one asks to be joined first.
  expect(await find(app, carol, 'treasure')).toEqual([])
  const refusalOf = (query: string) =>
    carol.trpc.messages.search.query({ query }).catch((error: Error) => error.message)
  expect(await refusalOf('in:secret')).toBe(((await refusalOf('in:nowhere')) as string).replace('nowhere', 'secret'))
  expect(await codeOf(carol.trpc.messages.search.query({ query: 'treasure', roomId: secret }))).toBe('not_found')
  expect(await codeOf(carol.trpc.messages.search.query({ query: 'treasure', roomId: room }))).toBe('forbidden')

  await alice.trpc.rooms.update.mutate({ roomId: secret, history: 'join' })
  await alice.trpc.rooms.addMember.mutate({ roomId: secret, userId: dave.user.id })
  await alice.say(secret, 'more treasure for dave')
  expect(await find(app, dave, 'treasure')).toEqual(['more treasure for dave'])
  await alice.trpc.rooms.removeMember.mutate({ roomId: secret, userId: dave.user.id })
  expect(await find(app, dave, 'treasure')).toEqual([])
  await alice.trpc.rooms.removeMember.mutate({ roomId: room, userId: bob.user.id })
  expect(await find(app, bob, 'treasure')).toEqual(['treasure between us'])
})

test('hostile searches are answered or refused, never failed', async () => {
  await using app = await testApp()
  const { alice, room } = await app.twoMembers()
  await alice.say(room, 'it is 100% \\ "quoted" (a|b)*')
  const code = (query: string) => codeOf(alice.trpc.messages.search.query({ query }, { context: { ws: true } }))
  const sets = ['"', '%', '\\', "'", '(', '.*', '|', '-', ':', 'from:', '\u202e', 'a\u0300', '🎉', '会', '" "']
  for (const set of sets) {
    expect(await code(set.repeat(10_240 / set.length)), `10 KB of ${set}`).toBe('invalid')
    expect(['allowed', 'invalid'], `300 of ${set}`).toContain(await code(set.repeat(Math.floor(300 / set.length))))
  }
  expect(await code('a\0b')).toBe('invalid')
  expect(await code('\ud800')).toBe('invalid')
  expect(await find(app, alice, '100%')).toHaveLength(1)
})

test('what was said before there was an index is indexed from the start of the server on, and again where it was left', async () => {
  await using app = await testApp()
  const { alice, room } = await app.twoMembers()
  await Promise.all(Array.from({ length: 300 }, (_, at) => alice.say(room, `grain ${at}`)))
  await app.deps.index.idle()
  const { db } = app.database
  await db.deleteFrom('search_entries').execute()
  await db.updateTable('search_progress').set({ version: 0 }).execute()
  await app.deps.index.start()
  await app.deps.index.idle()
  const { numRows } = await db
    .selectFrom('search_entries')
    .select((eb) => eb.fn.countAll<number>().as('numRows'))
    .executeTakeFirstOrThrow()
  expect(numRows).toBe(300)
  expect(await find(app, alice, 'grain 7 ')).toEqual(['grain 7'])
})
