import { randomUUID } from 'node:crypto'
import { movableClock } from '@parley/testkit/movable-clock'
import { codeOf } from '@parley/testkit/person'
import { testApp } from '@parley/testkit/test-app'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { fetchMessages, followMessages } from './following.js'
import { bearer, findLink, listKept, picture, tryUpload, upload } from './uploading.js'

test('a file is for who sees its message, each time anew: strangers, removed members and a deleted one’s readers find nothing', async () => {
  await using app = await testApp()
  const [alice, bob, eve] = [await app.person('alice'), await app.person('bob'), await app.person('eve')]
  const room = (await alice.trpc.rooms.create.mutate({ kind: 'private', name: 'Board' })).id
  await alice.trpc.rooms.addMember.mutate({ roomId: room, userId: bob.user.id })
  const seen = await followMessages(bob, room)

  const notes = await upload(app, alice, 'some notes', 'notes.txt')
  const photo = await upload(app, alice, await picture(1_200, 600).jpeg().toBuffer(), 'photo.jpg')
  expect(notes).toMatchObject({ kind: 'file', name: 'notes.txt', size: 10, url: `/files/${notes.id}`, width: null })
  expect(photo).toMatchObject({ kind: 'image', mimeType: 'image/jpeg', width: 1_200, height: 600 })
  expect(photo.placeholder).toMatch(/^data:image\/webp;base64,/)
  const tokens = { alice: alice.session.accessToken, bob: bob.session.accessToken, eve: eve.session.accessToken }
  expect(await findLink(app, tokens.bob, notes.url)).toBe(404)
  expect(await findLink(app, null, notes.url)).toBe(401)
  const link = await findLink(app, tokens.alice, notes.url)

  const send = (attachmentIds: string[], body = '') =>
    alice.trpc.messages.send.mutate({ roomId: room, clientId: randomUUID(), body, attachmentIds })
  const { message } = await send([photo.id, notes.id])
  expect(message.attachments).toEqual([photo, notes])
  expect(await seen.settled()).toEqual(await fetchMessages(bob, room))
  expect((await bob.trpc.rooms.byId.query({ roomId: room })).lastMessage?.attachments).toEqual([photo, notes])

  expect(await codeOf(send([photo.id]))).toBe('invalid')
  expect(await codeOf(send([randomUUID()]))).toBe('invalid')
  const bobs = await upload(app, bob, 'mine')
  await expect(send([bobs.id])).rejects.toMatchObject({ data: { details: [{ path: ['attachmentIds'] }] } })
  expect(await codeOf(send([]))).toBe('invalid')
  expect(await codeOf(send(Array.from({ length: 11 }, randomUUID)))).toBe('invalid')

  expect(await findLink(app, tokens.eve, notes.url)).toBe(404)
  expect(await findLink(app, tokens.bob, `${notes.url}/thumbnail`)).toBe(404)
  expect(await findLink(app, tokens.bob, '/files/x')).toBe(404)
  const [forBob, small] = [
    await findLink(app, tokens.bob, notes.url),
    await findLink(app, tokens.bob, photo.thumbnailUrl!),
  ]
  expect(forBob).toBe(link)
  const answer = await fetch(String(forBob))
  expect(await answer.text()).toBe('some notes')
  expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="notes.txt"; filename*=UTF-8''notes.txt`)
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  expect(answer.headers.get('content-security-policy')).toContain('sandbox')
  expect(await (await fetch(String(forBob), { headers: { range: 'bytes=5-' } })).text()).toBe('notes')
  const thumbnail = await sharp(await (await fetch(String(small))).arrayBuffer()).metadata()
  expect(thumbnail).toMatchObject({ format: 'webp', width: 800, height: 400 })

  await alice.trpc.rooms.removeMember.mutate({ roomId: room, userId: bob.user.id })
  expect(await findLink(app, tokens.bob, notes.url)).toBe(404)
  expect(await findLink(app, tokens.bob, photo.thumbnailUrl!)).toBe(404)

  expect(await listKept(app)).toHaveLength(4)
  await alice.trpc.messages.delete.mutate({ messageId: message.id })
  expect(await findLink(app, tokens.alice, notes.url)).toBe(404)
  await expect.poll(() => listKept(app)).toEqual([bobs.id])
  expect((await fetch(String(link))).status).toBe(404)
  seen.stop()
})

test('a signed address is over after five minutes, and cannot be changed', async () => {
  const clock = movableClock()
  await using app = await testApp({ clock })
  const alice = await app.person('alice')
  const page = await upload(app, alice, '<script>alert(1)</script>', 'page.html')
  expect(page).toMatchObject({ kind: 'file', mimeType: 'text/plain' })
  const link = String(await findLink(app, alice.session.accessToken, page.url))
  expect((await fetch(link)).status).toBe(200)
  for (const [from, to] of [
    ['text%2Fplain', 'text%2Fhtml'],
    ['signature=', 'inline=1&signature='],
    [page.id, randomUUID()],
    [page.id, '..%2F..%2F..%2Fjwt-secret'],
  ] as const)
    expect((await fetch(link.replace(from, to))).status).toBe(404)
  clock.advance(5 * 60_000)
  expect((await fetch(link)).status).toBe(404)
})

test('who may upload: people and tokens with the scope, from pages of ours, what is not too large', async () => {
  await using app = await testApp()
  const alice = await app.person('alice')
  const { accessToken } = alice.session
  const tokenWith = async (scope: string) =>
    bearer((await alice.trpc.auth.createToken.mutate({ name: 'bot', scopes: [scope] })).token)
  const writer = await tokenWith('messages:write')
  const reader = await tokenWith('messages:read')
  const cookie = { cookie: `parley-access=${accessToken}` }
  const from = (origin: string) => ({ ...cookie, origin })
  const ways = {
    nobody: await tryUpload(app.url, {}, 'x'),
    reader: await tryUpload(app.url, reader, 'x'),
    writer: await tryUpload(app.url, writer, 'x'),
    ours: await tryUpload(app.url, from(app.url), 'x'),
    elsewhere: await tryUpload(app.url, from('https://evil.example'), 'x'),
    unsaid: await tryUpload(app.url, { ...cookie, 'sec-fetch-site': 'cross-site' }, 'x'),
  }
  expect(Object.fromEntries(Object.entries(ways).map(([name, { status }]) => [name, status]))).toEqual({
    nobody: 401,
    reader: 403,
    writer: 201,
    ours: 201,
    elsewhere: 403,
    unsaid: 403,
  })
  const read = (headers: Record<string, string>) =>
    fetch(`${app.url}${ways.writer.body.url}`, { headers, redirect: 'manual' }).then(({ status }) => status)
  expect([await read(reader), await read(writer)]).toEqual([302, 403])

  const mebibyte = 1024 * 1024
  const large = await tryUpload(app.url, bearer(accessToken), new Uint8Array(25 * mebibyte + 1))
  expect(large).toMatchObject({ status: 413, body: { appCode: 'too_large' } })
  // Nothing says beforehand how much is coming.
  const endless = new ReadableStream({
    start: (to) => to.enqueue(Buffer.from('--x\r\ncontent-disposition: form-data; name="file"; filename="a"\r\n\r\n')),
    pull: (to) => to.enqueue(new Uint8Array(mebibyte)),
  })
  const request = { method: 'POST', body: endless, duplex: 'half' } as RequestInit
  const headers = { ...bearer(accessToken), 'content-type': 'multipart/form-data; boundary=x' }
  const outcome = await fetch(`${app.url}/api/uploads`, { ...request, headers }).then(
    ({ status }) => status,
    () => 'cut',
  )
  expect([413, 'cut']).toContain(outcome)
  const plain = await fetch(`${app.url}/api/uploads`, { method: 'POST', headers: bearer(accessToken), body: 'x' })
  expect([plain.status, await plain.json()]).toMatchObject([400, { appCode: 'invalid' }])
  await expect.poll(async () => (await listKept(app)).length).toBe(2)
})

test('an upload that breaks off leaves nothing; one that nobody sends is gone after a day; an account’s go with it', async () => {
  await using app = await testApp()
  const { alice, room } = await app.twoMembers()
  const leaving = new AbortController()
  const half = new ReadableStream({
    start: (to) =>
      to.enqueue(Buffer.from('--x\r\ncontent-disposition: form-data; name="file"; filename="a"\r\n\r\nhalf')),
  })
  const headers = { ...bearer(alice.session.accessToken), 'content-type': 'multipart/form-data; boundary=x' }
  const request = { method: 'POST', headers, body: half, duplex: 'half', signal: leaving.signal } as RequestInit
  const broken = fetch(`${app.url}/api/uploads`, request).catch(() => 'broken')
  await expect.poll(() => listKept(app)).toEqual(['raw'])
  leaving.abort()
  expect(await broken).toBe('broken')
  await expect.poll(() => listKept(app)).toEqual([])

  const [old, fresh, sent] = [
    await upload(app, alice, 'old'),
    await upload(app, alice, 'new'),
    await upload(app, alice, 'sent'),
  ]
  await alice.trpc.messages.send.mutate({ roomId: room, clientId: randomUUID(), body: '', attachmentIds: [sent.id] })
  const { db } = app.database
  await db
    .updateTable('files')
    .set({ created_at: new Date(Date.now() - 25 * 3_600_000) })
    .where('id', '<>', fresh.id)
    .execute()
  await app.deps.files.collect()
  expect((await listKept(app)).toSorted()).toEqual([fresh.id, sent.id].toSorted())
  expect(await findLink(app, alice.session.accessToken, old.url)).toBe(404)

  await alice.trpc.users.erase.mutate({ currentPassword: 'correct horse battery', messages: 'delete' })
  await expect.poll(() => listKept(app)).toEqual([])
  await expect.poll(() => db.selectFrom('doomed_files').selectAll().execute()).toEqual([])
})
