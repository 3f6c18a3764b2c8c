import { AxeBuilder } from '@axe-core/playwright'
import { expect, test, type Browser, type Page } from './test'
import { readFileSync } from 'node:fs'
import superjson from 'superjson'
import { pair, password, person, type Person } from './person'

const another = 'staple of another kind'

/** The same person on one device more. */
async function device(browser: Browser, who: Person): Promise<Page> {
  const page = await (await browser.newContext({ userAgent: phone })).newPage()
  await page.goto('/login')
  await logIn(page, who)
  await expect(page.getByRole('button', { name: /^Account of / })).toBeVisible()
  return page
}

const phone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1'

async function logIn(page: Page, who: Person, secret = password): Promise<void> {
  await page.getByLabel('Username or e-mail').fill(who.username)
  await page.getByLabel('Password', { exact: true }).fill(secret)
  await page.getByRole('button', { name: 'Log in', exact: true }).click()
}

const dropped = (page: Page) => page.getByText('This device was logged out')

test('a device that is logged out from another drops at once, says why, and keeps what was not sent', async ({
  browser,
}) => {
  const [ana, ben, room] = await pair(browser)
  const lost = await device(browser, ana)
  await lost.goto(`/r/${room.id}`)
  const composer = lost.getByRole('textbox', { name: /^Message / })
  await composer.waitFor()
  await composer.fill('Half a thought')

  await ana.page.goto('/settings/devices')
  const devices = ana.page.getByRole('list', { name: 'Devices' }).getByRole('listitem')
  await expect(devices.filter({ hasText: 'This device' })).toHaveCount(1)
  await devices.filter({ hasText: 'Safari on iOS' }).getByRole('button', { name: 'Log out Safari on iOS' }).click()
  await expect(dropped(lost)).toBeVisible({ timeout: 5_000 })
  await expect(devices.filter({ hasText: 'Safari on iOS' })).toHaveCount(0)

  await logIn(lost, ana)
  await expect(composer).toHaveValue('Half a thought')
  await composer.press('Enter')
  await expect(ben.message('Half a thought')).toBeVisible()
})

test('a message that waits to be sent goes once the person is back on the device', async ({ browser }) => {
  const [ana, ben, room] = await pair(browser)
  const lost = await device(browser, ana)
  await lost.goto(`/r/${room.id}`)
  const composer = lost.getByRole('textbox', { name: /^Message / })
  await composer.waitFor()
  // The room has to be there: what waits is shown among its messages.
  await expect(lost.getByRole('status', { name: 'Loading messages' })).toHaveCount(0)
  await lost.context().setOffline(true)
  await composer.fill('From the tunnel')
  await composer.press('Enter')
  await expect(lost.getByText("it will go when you're back")).toBeVisible()

  const sessions = await ana.query<{ id: string; current: boolean; userAgent: string | null }[]>('auth.sessions')
  const { id } = sessions.find(({ userAgent }) => userAgent === phone)!
  await ana.call('auth.revokeSession', { sessionId: id })
  await lost.context().setOffline(false)
  await expect(dropped(lost)).toBeVisible({ timeout: 20_000 })
  await expect(ben.message('From the tunnel')).toHaveCount(0)
  await logIn(lost, ana)
  await expect(ben.message('From the tunnel')).toBeVisible({ timeout: 20_000 })
})

test('logging out everywhere drops the other devices and shows the form here', async ({ browser }) => {
  const ana = await person(browser, 'Ana')
  await ana.createRoom('Quiet')
  const other = await device(browser, ana)
  await ana.page.goto('/settings/devices')
  await ana.page.getByRole('button', { name: 'Log out everywhere…' }).click()
  await ana.page.getByRole('dialog').getByRole('button', { name: 'Log out everywhere' }).click()
  await expect(dropped(other)).toBeVisible({ timeout: 5_000 })
  await expect(ana.page.getByRole('heading', { name: 'Log in' })).toBeVisible()
  await expect(dropped(ana.page)).toHaveCount(0)
})

test('a new password logs out the other devices; a wrong old one is said beside its field', async ({ browser }) => {
  const ana = await person(browser, 'Ana')
  const other = await device(browser, ana)
  await ana.page.goto('/settings/password')
  const current = ana.page.getByLabel('Current password')
  await expect(current).toHaveAttribute('autocomplete', 'current-password')
  await current.fill('not the password')
  await ana.page.getByLabel('New password').fill(another)
  await ana.page.getByRole('button', { name: 'Change the password' }).click()
  await expect(ana.page.getByText("That isn't the password you have now.")).toBeVisible()
  await expect(current).toBeFocused()
  await current.fill(password)
  await ana.page.getByRole('button', { name: 'Change the password' }).click()
  await expect(ana.page.getByText('Your other devices are logged out.')).toBeVisible()
  await expect(dropped(other)).toBeVisible({ timeout: 5_000 })
  await logIn(other, ana, another)
  await expect(other.getByRole('button', { name: /^Account of / })).toBeVisible()
})

test('verifying the address keeps this device and leads to a new password', async ({ browser }) => {
  const ana = await person(browser, 'Ana')
  const other = await device(browser, ana)
  await ana.page.goto('/settings/account')
  await ana.page.getByRole('button', { name: 'Send the code' }).click()
  const shown = await ana.page.getByText(/^This server sends no mail\. The code is \d{6}$/).innerText()
  await ana.page.getByLabel(/^Code sent to/).fill(/\d{6}/.exec(shown)![0])
  await expect(ana.page.getByText('it no longer works')).toBeVisible()
  await expect(dropped(other)).toBeVisible({ timeout: 5_000 })
  await ana.page.getByRole('link', { name: 'E-mail address' }).click()
  await expect(ana.page.getByText('Verified today')).toBeVisible()
})

test('another address is taken by its code; then the account is erased, and what was said goes with it', async ({
  browser,
}) => {
  const [ana, ben] = await pair(browser)
  const { page } = ana
  await ana.say('Forget me')
  await expect(ben.message('Forget me')).toBeVisible()
  const other = `other-${ana.email}`
  await page.goto('/settings/account')
  await page.getByLabel('New address').fill(other)
  await page.getByLabel('Your password').fill('not the password')
  await page.getByRole('button', { name: 'Send a code to it' }).click()
  await expect(page.getByText("That isn't your password.")).toBeVisible()
  await page.getByLabel('Your password').fill(password)
  await page.getByRole('button', { name: 'Send a code to it' }).click()
  const shown = await page.getByText(/^This server sends no mail\. The code is \d{6}$/).innerText()
  await page.getByLabel(`Code sent to ${other}`).fill(/\d{6}/.exec(shown)![0])
  await expect(page.getByText('Verified today')).toBeVisible()
  await expect(page.getByText(other, { exact: true })).toBeVisible()

  await page.getByRole('link', { name: 'Close account' }).click()
  await page.getByRole('button', { name: 'Erase…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('It goes too').click()
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  await dialog.getByLabel('Your password').fill(password)
  const erase = dialog.getByRole('button', { name: 'Erase my account and messages' })
  await expect(erase).toBeDisabled()
  await dialog.getByLabel(`Type ${ana.username} to confirm`).fill(ana.username)
  await erase.click()
  await expect(page.getByText('Your account is erased.')).toBeVisible()
  await expect(ben.message('Forget me')).toHaveCount(0)
  await logIn(page, ana)
  await expect(page.getByText("That username and password don't match.")).toBeVisible()
})

test('a token is shown once, opens what it was allowed, and nothing once revoked', async ({ browser }) => {
  const ana = await person(browser, 'Ana')
  const room = await ana.createRoom('Machines')
  await ana.page.goto('/settings/tokens')
  await ana.page.getByRole('button', { name: 'Create a token' }).click()
  await ana.page.getByRole('button', { name: 'Create the token' }).click()
  await expect(ana.page.getByText('Name it, in at most 80 characters')).toBeVisible()
  await ana.page.getByLabel('Name', { exact: true }).fill('Robot')
  await ana.page.getByRole('button', { name: 'Create the token' }).click()
  await expect(ana.page.getByText('Allow it at least one of these.')).toBeVisible()
  await ana.page.getByRole('checkbox', { name: /Read messages/ }).check()
  await ana.page.getByLabel('Good for').selectOption('30 days')
  await ana.page.getByRole('button', { name: 'Create the token' }).click()
  await expect(ana.page.getByRole('heading', { name: 'Copy the token for “Robot” now' })).toBeFocused()
  const token = await ana.page.getByText(/^parley_[\w-]{43}$/).innerText()

  const robot = await browser.newContext()
  const list = async () => {
    const input = encodeURIComponent(JSON.stringify(superjson.serialize({ roomId: room.id })))
    const response = await robot.request.get(`/trpc/messages.list?input=${input}`, {
      headers: { authorization: `Bearer ${token}` },
    })
    return response.status()
  }
  expect(await list()).toBe(200)

  await ana.page.getByRole('button', { name: 'Done' }).click()
  await expect(ana.page.getByText(token)).toHaveCount(0)
  await ana.page.reload()
  const row = ana.page.getByRole('list', { name: 'API tokens' }).getByRole('listitem')
  await expect(row).toContainText('Read messages')
  await expect(row).toContainText('last used today')
  await row.getByRole('button', { name: 'Revoke Robot' }).click()
  await ana.page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click()
  await expect(ana.page.getByText('You have no tokens.')).toBeVisible()
  expect(await list()).toBe(401)
})

test('a new name is what the others see', async ({ browser }) => {
  const [ana, ben] = await pair(browser)
  await ana.say('Who am I?')
  await ana.page.getByRole('button', { name: 'Account of Ana' }).click()
  await ana.page.getByRole('menuitem', { name: 'Settings' }).click()
  await expect(ana.page).toHaveURL(/\/settings\/profile$/)
  await ana.page.getByLabel('Display name').fill('Ana Belén')
  await ana.page.getByLabel('Status').fill('Back on Monday')
  await ana.page.getByRole('button', { name: 'Save' }).click()
  await expect(ana.page.getByText('Saved')).toBeVisible()
  await expect(ben.message('Who am I?')).toContainText('Ana Belén')
  await ana.page.reload()
  await expect(ana.page.getByLabel('Status')).toHaveValue('Back on Monday')
})

test('by keyboard into the settings, through them, and back to where one was', async ({ browser }) => {
  const [ana, , room] = await pair(browser)
  await ana.composer.fill('Half a thought')
  await ana.page.keyboard.press('Control+,')
  await expect(ana.page.getByRole('heading', { name: 'Profile', level: 1 })).toBeFocused()
  await ana.page.getByRole('link', { name: 'Devices' }).focus()
  await ana.page.keyboard.press('Enter')
  await expect(ana.page.getByRole('heading', { name: 'Devices', level: 1 })).toBeVisible()
  await ana.page.keyboard.press('Escape')
  await expect(ana.page).toHaveURL(new RegExp(`/r/${room.id}`))
  await expect(ana.composer).toHaveValue('Half a thought')
})

test('on a phone the sections are a list, and each has a way back to it', async ({ browser }) => {
  const [ana] = await pair(browser)
  await ana.page.setViewportSize({ width: 360, height: 740 })
  await ana.page.goto('/')
  await ana.page.getByRole('button', { name: 'Account of Ana' }).click()
  await ana.page.getByRole('menuitem', { name: 'Settings' }).click()
  await expect(ana.page.getByRole('heading', { name: 'Settings', level: 1 })).toBeVisible()
  await ana.page.getByRole('link', { name: 'API tokens' }).click()
  await expect(ana.page.getByRole('heading', { name: 'API tokens', level: 1 })).toBeFocused()
  await expect(ana.page.getByRole('navigation', { name: 'Sections' })).toBeHidden()
  await ana.page.getByRole('link', { name: 'Back to all settings' }).click()
  await expect(ana.page.getByRole('navigation', { name: 'Sections' })).toBeVisible()
  await ana.page.getByRole('button', { name: 'Back to your rooms' }).click()
  await expect(ana.page).toHaveURL(/\/$/)
})

test("with the code from the server's log, and no other, one becomes its administrator", async ({ browser }) => {
  const [ana] = await pair(browser)
  const [, code = ''] =
    /"setupCode":"([^"]+)"/.exec(readFileSync(String(test.info().config.metadata['serverLog']), 'utf8')) ?? []
  await ana.page.goto('/settings/administrator')
  const field = ana.page.getByLabel("Code from the server's log")
  const become = ana.page.getByRole('button', { name: 'Become administrator' })
  await field.fill(`${code}x`)
  await become.click()
  await expect(ana.page.getByText("That isn't the code that the server logged")).toBeVisible()
  await field.fill(code)
  await become.click()
  await expect(ana.page.getByText('You administer this server')).toBeVisible()
  await ana.page.reload()
  await expect(ana.page.getByText('You administer this server')).toBeVisible()
})
