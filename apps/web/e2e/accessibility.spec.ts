import { AxeBuilder } from '@axe-core/playwright'
import { expect, test, type Page } from './test'
import { pair, person } from './person'

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

async function expectNoViolations(page: Page): Promise<void> {
  // What fades in is faint while it does.
  await page.waitForTimeout(400)
  const { violations } = await new AxeBuilder({ page }).withTags(standards).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`)).toEqual(
    [],
  )
}

/** Each theme and each width: colours do not change with the width, nor what stands where with the theme. */
const looks = [
  { colorScheme: 'light', viewport: { width: 1440, height: 900 } },
  { colorScheme: 'dark', viewport: { width: 360, height: 740 } },
] as const

for (const { colorScheme, viewport } of looks) {
  test(`the main screens have no violations: ${colorScheme}, ${viewport.width} px`, async ({ browser }) => {
    const [ana, ben] = await pair(browser)
    await ben.say('See https://example.org for more')
    await ben.say('And this')
    await ben.say(`And this for @${ana.username}`)
    await ana.page.setViewportSize(viewport)
    await ana.page.emulateMedia({ colorScheme })
    await ana.page.reload()
    await expect(ana.message('And this for')).toBeVisible()
    await ana.say('Seen')
    await expectNoViolations(ana.page)

    await ana.page.getByRole('button', { name: 'Members, 2' }).click()
    await expectNoViolations(ana.page)
    await ana.page.getByRole('button', { name: 'Close' }).click()

    await ana.page.getByRole('button', { name: 'Emoji' }).click()
    await expectNoViolations(ana.page)

    await ana.page.goto('/')
    await expectNoViolations(ana.page)
    await ana.page.getByRole('button', { name: /^Notifications/ }).click()
    await expect(ana.page.getByRole('complementary', { name: 'Notifications' }).getByText('And this for')).toBeVisible()
    await expectNoViolations(ana.page)
    await ana.context.clearCookies()
    await ana.page.goto('/login')
    await expectNoViolations(ana.page)
  })

  test(`the settings have no violations: ${colorScheme}, ${viewport.width} px`, async ({ browser }) => {
    const ana = await person(browser, 'Ana', { viewport, colorScheme })
    const { page } = ana
    await ana.call('auth.createToken', { name: 'Robot', scopes: ['messages:read'] })
    for (const section of ['profile', 'account', 'password', 'two-factor', 'devices', 'tokens']) {
      await page.goto(`/settings/${section}`)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expect(page.locator('.skeleton')).toHaveCount(0)
      await expectNoViolations(page)
    }
    await page.getByRole('button', { name: 'Create a token' }).click()
    await expectNoViolations(page)
    await page.getByLabel('Name', { exact: true }).fill('Another')
    await page.getByRole('checkbox', { name: /Read messages/ }).check()
    await page.getByRole('button', { name: 'Create the token' }).click()
    await expect(page.getByRole('heading', { name: /^Copy the token/ })).toBeVisible()
    await expectNoViolations(page)
    await page.goto('/settings/two-factor')
    await page.getByRole('button', { name: 'Turn it on' }).click()
    await expect(page.getByRole('img', { name: /^QR code/ })).toBeVisible()
    await expectNoViolations(page)
  })

  test(`the ways in have no violations: ${colorScheme}, ${viewport.width} px`, async ({ browser }) => {
    const page = await (await browser.newContext({ viewport, colorScheme })).newPage()
    for (const path of [
      '/register',
      '/forgot-password',
      '/reset-password#made-up',
      '/reset-password',
      '/login?by=code',
    ]) {
      await page.goto(path)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expectNoViolations(page)
    }
    await page.getByLabel('E-mail').fill(`${colorScheme}-${viewport.width}@example.test`)
    await page.getByRole('button', { name: 'Send the code' }).click()
    await expect(page.getByLabel('Code', { exact: true })).toBeVisible()
    await expectNoViolations(page)
  })
  test(`running a room has no violations: ${colorScheme}, ${viewport.width} px`, async ({ browser }) => {
    // Eleven screens, each looked at whole.
    test.slow()
    const [ana, ben, room] = await pair(browser)
    await ben.say(`Can @${ana.username} look at this?`)
    await expect(ana.message('Can')).toBeVisible()
    const { items } = await ana.query<{ items: { lastMessage: { id: string } }[] }>('rooms.list')
    await ana.call('messages.report', { messageId: items[0]!.lastMessage.id, reason: 'Too short' })
    await ana.say(`Yes, @${ben.username}`)
    await ana.page.setViewportSize(viewport)
    await ana.page.emulateMedia({ colorScheme })
    await ana.page.reload()
    await expect(ana.message('Yes')).toBeVisible()

    await ana.page.getByRole('button', { name: 'More about this room' }).click()
    await expectNoViolations(ana.page)
    await ana.page.getByRole('menuitem', { name: 'Room details' }).click()
    for (const tab of ['About', 'Settings', 'Invitations', 'Reports', 'Banned', 'Log']) {
      await ana.page.getByRole('tab', { name: tab }).click()
      await expect(ana.page.locator('[aria-busy="true"]')).toHaveCount(0)
      await expectNoViolations(ana.page)
    }
    await ana.page.keyboard.press('Escape')
    await ana.page.getByRole('button', { name: 'Members, 2' }).click()
    await ana.page.getByRole('button', { name: 'More about Ben' }).click()
    await expectNoViolations(ana.page)
    await ana.page.getByRole('menuitem', { name: 'Mute…' }).click()
    await expectNoViolations(ana.page)
    await ana.page.keyboard.press('Escape')
    await expect(ana.page.getByRole('dialog')).toHaveCount(0)
    await ana.page.getByRole('button', { name: 'Close' }).click()

    await ana.message('Can').getByRole('button', { name: 'Ben', exact: true }).click()
    await ana.page.getByRole('button', { name: 'Block' }).click()
    await expect(ana.page.getByRole('button', { name: 'Unblock' })).toBeVisible()
    await expectNoViolations(ana.page)
    await ana.page.keyboard.press('Escape')
    await expect(ana.page.getByText("You've blocked this person.")).toBeVisible()
    await ana.composer.click()
    await ana.page.keyboard.type('@')
    await expect(ana.page.getByRole('listbox')).toBeVisible()
    await expectNoViolations(ana.page)

    const { code } = await ana.call<{ code: string }>('rooms.createInvite', { roomId: room.id })
    await ana.page.goto(`/invite/${code}`)
    await expect(ana.page.getByRole('button', { name: 'Join Platform' })).toBeVisible()
    await expectNoViolations(ana.page)
  })
}

test('a page of 360 px scrolls in one direction only', async ({ browser }) => {
  const [ana] = await pair(browser)
  await ana.page.setViewportSize({ width: 360, height: 740 })
  await ana.say(`https://example.org/${'x'.repeat(300)}`)
  const overflow = await ana.page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect(overflow).toBe(0)
})
