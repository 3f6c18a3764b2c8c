import { expect, test, type Page } from './test'
import { pair, person } from './person'

const past = (count: number) =>
  Array.from({ length: count }, (_, i) => `Message number ${i + 1}. ${'It goes on. '.repeat(i % 7)}`)

/** The first message in view, and where its top is; `null` before there is one. */
const firstInView = (page: Page) =>
  page.evaluate(() => {
    const log = document.querySelector('[role="log"]')
    if (!log) return null
    const { top } = log.getBoundingClientRect()
    const row = [...log.querySelectorAll<HTMLElement>('[data-key]')].find(
      (one) => one.getBoundingClientRect().bottom > top,
    )!
    return { key: row.dataset['key'], top: Math.round(row.getBoundingClientRect().top) }
  })

const distanceToEnd = (page: Page) =>
  page.evaluate(() => {
    const log = document.querySelector('[role="log"]')!
    return Math.round(log.scrollHeight - log.scrollTop - log.clientHeight)
  })

test('a reload keeps the history and the place in it', async ({ browser }) => {
  const [ana, ben, room] = await pair(browser)
  await ben.tell(room, past(120))
  await expect(ana.message('Message number 120.')).toBeVisible()

  await ana.log.hover()
  await ana.page.mouse.wheel(0, -3_000)
  await expect.poll(() => distanceToEnd(ana.page)).toBeGreaterThan(2_000)
  await ana.page.waitForTimeout(500)
  const before = await firstInView(ana.page)
  await ana.page.reload()
  await expect.poll(() => firstInView(ana.page)).toEqual(before)

  await ana.page.getByRole('button', { name: /Jump to latest/ }).click()
  await expect(ana.message('Message number 120.')).toBeInViewport()
})

test('what arrives while reading up moves nothing, and is counted', async ({ browser }) => {
  const [ana, ben, room] = await pair(browser)
  await ben.tell(room, past(60))
  await expect(ana.message('Message number 60.')).toBeVisible()
  await ana.log.hover()
  await ana.page.mouse.wheel(0, -1_500)
  await ana.page.waitForTimeout(500)

  const before = await firstInView(ana.page)
  await ben.tell(room, ['One', 'Two', 'Three'])
  await expect(ana.page.getByRole('button', { name: /Jump to latest.*3 new/ })).toBeVisible()
  expect(await firstInView(ana.page)).toEqual(before)
})

test('on a phone what is out of view is counted and a press away, and who is at the end stays there', async ({
  browser,
}) => {
  const viewport = { width: 360, height: 740 }
  const [ana, ben] = await Promise.all([person(browser, 'Ana', { viewport }), person(browser, 'Ben')])
  await ana.context.addInitScript(() => {
    // As where a box does not grow by itself.
    const supports = CSS.supports.bind(CSS)
    CSS.supports = (property: string, value?: string) => property !== 'field-sizing' && supports(property, value!)
    document.addEventListener('DOMContentLoaded', () => {
      document.head.append(
        Object.assign(document.createElement('style'), { textContent: 'textarea { field-sizing: fixed !important }' }),
      )
    })
  })
  const room = await ana.createRoom('Platform')
  await ben.join(room)
  await ben.tell(
    room,
    Array.from({ length: 20 }, (_, i) => `Message number ${i + 1}.`),
  )
  const pill = ana.page.getByRole('button', { name: /Jump to latest/ })
  const staysAtTheEnd = async (newest: string) => {
    await expect(ana.message(newest)).toBeInViewport()
    await expect.poll(() => distanceToEnd(ana.page)).toBe(0)
    await expect(pill).toHaveCount(0)
  }

  await ana.open(room)
  await expect(ana.log.getByRole('heading', { name: 'New' })).toBeInViewport()
  await expect(ana.message('Message number 20.')).not.toBeInViewport()
  const waiting = async () => Number(/\d+/.exec(await pill.innerText())?.[0])
  const atFirst = await waiting()
  await ben.tell(room, ['Hello'])
  await expect.poll(waiting).toBe(atFirst + 1)
  await pill.click()
  await staysAtTheEnd('Hello')

  await ana.composer.fill('One line,')
  for (const line of ['another', 'and a third']) {
    await ana.composer.press('Shift+Enter')
    await ana.page.keyboard.type(line)
  }
  await staysAtTheEnd('Hello')
  // The keyboard comes up.
  await ana.page.setViewportSize({ ...viewport, height: 420 })
  await staysAtTheEnd('Hello')
  await ben.tell(room, ['Are you there?'])
  await staysAtTheEnd('Are you there?')
})

test('an edit survives being scrolled away, and what is scrolled back takes no focus', async ({ browser }) => {
  const [ana, ben, room] = await pair(browser)
  await ana.say('Mine to edit')
  await ben.tell(room, past(120))
  await expect(ana.message('Message number 120.')).toBeVisible()
  const edit = ana.page.getByRole('textbox', { name: 'Edit message' })

  // Far above, and not in the document.
  await ana.composer.press('ArrowUp')
  await expect(edit).toBeFocused()
  await ana.page.keyboard.type(', changed')
  await ana.page.getByRole('button', { name: /Jump to latest/ }).click()
  await expect(ana.message('Message number 120.')).toBeInViewport()
  await expect(edit).toHaveCount(0)

  await ana.log.hover()
  await ana.page.mouse.wheel(0, -20_000)
  await expect(edit).toHaveValue('Mine to edit, changed')
  await expect(ana.page.locator('article:focus, textarea:focus')).toHaveCount(0)
})

test('scrolling through pages never shifts what is in view, nor shows a gap', async ({ browser }) => {
  const [ana, , room] = await pair(browser)
  await ana.tell(room, past(180))
  await ana.page.reload()
  await expect(ana.message('Message number 180.')).toBeVisible()

  const drift = await ana.page.evaluate(async () => {
    const log = document.querySelector('[role="log"]')!
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
    const tops = () =>
      new Map(
        [...log.querySelectorAll<HTMLElement>('[data-key]')].map((row) => [
          row.dataset['key']!,
          row.getBoundingClientRect().top,
        ]),
      )
    const box = log.getBoundingClientRect()
    let worst = 0
    let gaps = 0
    for (let i = 0; i < 240; i++) {
      await frame()
      const before = tops()
      const step = Math.min(60, log.scrollTop)
      log.scrollTop -= step
      await frame()
      const after = [...tops()].filter(([, top]) => top > box.top && top < box.bottom)
      if (after.length === 0) gaps++
      for (const [key, top] of after) {
        const was = before.get(key)
        if (was !== undefined) worst = Math.max(worst, Math.abs(top - was - step))
      }
    }
    return { worst, gaps }
  })
  expect(drift.gaps).toBe(0)
  expect(drift.worst).toBeLessThanOrEqual(1)
})

test('who joins late reads from the first message on', async ({ browser }) => {
  const ana = await person(browser, 'Ana')
  const room = await ana.createRoom('Archive')
  await ana.tell(room, past(110))

  const cy = await person(browser, 'Cy')
  await cy.page.goto(`/r/${room.id}`)
  await cy.page.getByRole('button', { name: 'Join room' }).click()
  await expect(cy.message('Message number 110.')).toBeVisible()

  await cy.log.hover()
  await expect(async () => {
    await cy.page.mouse.wheel(0, -4_000)
    await expect(cy.message('Message number 1.').first()).toBeInViewport({ timeout: 500 })
  }).toPass()
  await expect(cy.page.getByText('This is where the room begins.')).toBeVisible()
})

test('a room opens at the first unread message, and the divider stays while one reads', async ({ browser }) => {
  const [ana, ben, room] = await pair(browser)
  await ben.say('You know this one')
  await expect(ana.message('You know this one')).toBeVisible()
  await expect(ben.message('You know this one').getByRole('img', { name: 'Seen by Ana' })).toBeVisible()
  await ana.page.goto('/login')
  await ana.page.goto('about:blank')
  await ben.tell(room, past(70))

  await ana.page.goto(`/r/${room.id}`)
  const divider = ana.log.getByRole('heading', { name: 'New' })
  await expect(divider).toBeInViewport()
  await expect(ana.message('Message number 1.').first()).toBeInViewport()
  await ana.page.getByRole('button', { name: /Jump to latest/ }).click()
  await expect(ana.message('Message number 70.')).toBeInViewport()
  await expect.poll(() => distanceToEnd(ana.page)).toBe(0)
})

test('who comes back to a room after a while finds the first of what was said meanwhile', async ({ browser }) => {
  const [ana, ben] = await Promise.all([person(browser, 'Ana'), person(browser, 'Ben')])
  const [room, elsewhere] = [await ana.createRoom('Platform'), await ana.createRoom('Elsewhere')]
  await ben.join(room)
  await ben.tell(room, past(12))
  await ana.page.clock.install()
  await ana.open(room)
  await expect(ana.message('Message number 12.')).toBeVisible()
  await ana.page.getByRole('link', { name: 'Elsewhere' }).click()
  await ana.page.waitForURL(`/r/${elsewhere.id}`)
  // By then nobody listens to the first one any more.
  await ana.page.clock.fastForward(10_000)

  await ben.tell(room, ['News', ...past(24)])
  await ana.page.getByRole('link', { name: 'Platform' }).click()
  await expect(ana.log.getByRole('heading', { name: 'New' })).toBeInViewport()
  await expect(ana.message('News')).toBeInViewport()
  await expect(ana.page.getByRole('button', { name: /Jump to latest.*new/ })).toBeVisible()
})
