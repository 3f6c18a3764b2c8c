import { expect, test, type Page } from './test'
import naughty from 'big-list-of-naughty-strings/blns.json' with { type: 'json' }
import { markdownAttacks } from './markdown-attacks'
import { person, type Person } from './person'

/** What of a published list (MIT, Max Woolf and others) tries to be markup or a script. */
const published = naughty.filter((text) => /<\/?[a-z!?]|javascript:|on\w+\s*=|alert\(/i.test(text))
const attacks = [...published, ...markdownAttacks].filter((text) => !text.includes('\0') && text.isWellFormed())
const perPage = 45

/** All that a message's words may become. */
const tags =
  'A BLOCKQUOTE BR BUTTON CODE DEL DIV EM H4 H5 H6 HR LI OL P PATH POLYLINE PRE RECT SPAN STRONG SVG TABLE TBODY TD TH THEAD TR UL'

/** Notes whatever gets further than being shown. */
async function watch(page: Page, own: string): Promise<string[]> {
  const happened: string[] = []
  page.on('dialog', (dialog) => {
    happened.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('request', (request) => {
    const { host, protocol } = new URL(request.url())
    if (protocol.startsWith('http') && host !== own) happened.push(`request: ${request.url()}`)
  })
  page.on('pageerror', (error) => happened.push(`error: ${error.message}`))
  await page.exposeFunction('happened', (what: string) => happened.push(what))
  await page.addInitScript(() => {
    const tell = (globalThis as unknown as { happened(what: string): void }).happened
    for (const name of ['alert', 'confirm', 'prompt', 'msgbox', 'print'])
      Object.assign(globalThis, { [name]: (...said: unknown[]) => tell(`${name}(${said.join()})`) })
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      tell(`policy: ${violatedDirective} ${blockedURI}`),
    )
  })
  return happened
}

/** What stands in the page that may not. */
const findForbidden = (page: Page) =>
  page.evaluate((allowed) => {
    const found: string[] = []
    const safe = /^(https?:|mailto:|\/|#|$)/i
    for (const element of document.querySelectorAll('*')) {
      for (const { name, value } of element.attributes) {
        if (/^on/i.test(name)) found.push(`${element.tagName} ${name}`)
        const leads = /^(href|xlink:href|action|formaction|srcdoc)$/i.test(name)
        if (leads && !safe.test(value.trim())) found.push(`${element.tagName} ${name}=${value}`)
      }
    }
    const strange = 'script, iframe, frame, object, embed, base, meta, link, audio, video, marquee, plaintext, math'
    for (const { tagName } of document.body.querySelectorAll(strange)) found.push(tagName)
    for (const { tagName } of document.querySelectorAll('.message-body *')) {
      if (!allowed.split(' ').includes(tagName.toUpperCase())) found.push(tagName)
    }
    return found
  }, tags)

/** A file of a few bytes with such a name. */
async function upload({ page }: Person, name: string): Promise<string | undefined> {
  const response = await page.request.post('/api/uploads', {
    multipart: { file: { name, mimeType: 'text/plain', buffer: Buffer.from('a') } },
  })
  return ((await response.json()) as { id?: string }).id
}

test('nothing of a published list of attacks runs, wherever it is said', async ({ browser, baseURL }) => {
  test.setTimeout(240_000)
  expect(published.length).toBeGreaterThan(200)
  // High enough for a whole page of messages, since only what is near the screen is rendered.
  const mallory = await person(browser, 'Mallory', { viewport: { width: 1440, height: 9_000 } })
  const happened = await watch(mallory.page, new URL(baseURL!).host)
  const fitting = (length: number) => published.filter((text) => text.length <= length && !/\p{Cc}/u.test(text))

  let files = 0
  for (let at = 0; at < attacks.length; at += perPage) {
    const page = at / perPage
    const name = fitting(80)[page]!
    const room = await mallory.call<{ id: string }>('rooms.create', {
      kind: 'private',
      name,
      topic: fitting(300)[page],
    })
    await mallory.call('users.update', { displayName: fitting(80)[page + 10], statusText: fitting(140)[page + 20] })
    for (const topic of fitting(300).slice(page * 2, page * 2 + 2)) {
      await mallory.call('rooms.update', { roomId: room.id, topic, name: fitting(80)[page + 30] })
    }
    const fileId = await upload(mallory, fitting(150)[page + 40]!)
    if (fileId) files++
    const sent = attacks
      .slice(at, at + perPage)
      .map((body, index) => ({ body, ...(index === 0 && fileId && { attachmentIds: [fileId] }) }))
    await Promise.all(
      sent.map((message) =>
        mallory.call('messages.send', { roomId: room.id, clientId: crypto.randomUUID(), ...message }),
      ),
    )
    await mallory.page.goto(`/r/${room.id}`)
    await expect(mallory.page.locator('.message-body')).toHaveCount(sent.length)
    // Highlighting and short names come a moment later.
    await mallory.page.waitForLoadState('networkidle')
    expect(await findForbidden(mallory.page)).toEqual([])
  }
  expect(files).toBeGreaterThan(0)
  expect(happened).toEqual([])
})
