import { expect, test, type Browser, type Page } from './test'
import { codeOf } from './authenticator'
import { password, person, type Person } from './person'

const another = 'staple of another kind'
const inside = (page: Page) => page.getByRole('button', { name: /^Account of / })

/** A browser in which nobody is logged in. */
async function stranger(browser: Browser): Promise<Page> {
  return (await browser.newContext()).newPage()
}

async function fillLogin(page: Page, login: string, secret: string): Promise<void> {
  await page.getByLabel('Username or e-mail').fill(login)
  await page.getByLabel('Password', { exact: true }).fill(secret)
  await page.getByRole('button', { name: 'Log in', exact: true }).click()
}

async function logInByPassword(browser: Browser, who: Person, secret = password): Promise<Page> {
  const page = await stranger(browser)
  await page.goto('/login')
  await fillLogin(page, who.username, secret)
  return page
}

/** Up to the field for the code; returns the code, which this server shows instead of mailing it. */
async function askForCode(page: Page, email: string): Promise<string> {
  await page.goto('/login')
  await page.getByRole('link', { name: 'E-mail me a code' }).click()
  await page.getByLabel('E-mail').fill(email)
  await page.getByRole('button', { name: 'Send the code' }).click()
  return readCode(page)
}

async function readCode(page: Page): Promise<string> {
  const shown = page.getByText(/^This server sends no mail\. The code is \d{6}$/)
  return /\d{6}/.exec(await shown.innerText())![0]
}

async function withTwoFactor(
  browser: Browser,
): Promise<{ ana: Person; secret: string; spent: string; recovery: string[] }> {
  const ana = await person(browser, 'Ana')
  const { secret } = await ana.call<{ secret: string }>('auth.setupTotp', undefined)
  const spent = codeOf(secret)
  const { recoveryCodes } = await ana.call<{ recoveryCodes: string[] }>('auth.confirmTotp', { code: spent })
  return { ana, secret, spent, recovery: recoveryCodes }
}

test('one logs in by password; a wrong one is told of, and too many wrong ones with how long to wait', async ({
  browser,
}) => {
  const ana = await person(browser, 'Ana')
  const page = await logInByPassword(browser, ana, 'not the password')
  await expect(page.getByRole('alert')).toHaveText("That username and password don't match.")
  // The fifth locks for a second, each later one for twice as long: sooner or later one comes in time to be told.
  await expect(async () => {
    const answered = page.waitForResponse(/auth\.login/)
    await page.getByRole('button', { name: 'Log in', exact: true }).click()
    await answered
    await expect(page.getByRole('alert')).toContainText(/Try again in \d+ second/, { timeout: 500 })
  }).toPass({ intervals: [0] })
  await expect(async () => {
    await fillLogin(page, ana.username, password)
    await expect(inside(page)).toBeVisible({ timeout: 2_000 })
  }).toPass()
})

test('what is missing is said beside its field, which gets the focus', async ({ browser }) => {
  const page = await stranger(browser)
  await page.goto('/login')
  await page.getByRole('button', { name: 'Log in', exact: true }).click()
  await expect(page.getByText('Enter your password.')).toBeVisible()
  await expect(page.getByLabel('Username or e-mail')).toBeFocused()
  await expect(page.getByLabel('Username or e-mail')).toHaveAttribute('autocomplete', 'username')
  await expect(page.getByLabel('Password', { exact: true })).toHaveAttribute('autocomplete', 'current-password')
})

test('a newcomer logs in by a pasted code, and stays as they are', async ({ browser }) => {
  const page = await stranger(browser)
  const code = await askForCode(page, `new-${Date.now()}@example.test`)
  const field = page.getByLabel('Code', { exact: true })
  await expect(field).toHaveAttribute('autocomplete', 'one-time-code')
  await expect(field).toHaveAttribute('inputmode', 'numeric')
  await field.fill('000000')
  await expect(page.getByText("That code isn't right, or it's over.")).toBeVisible()
  // As mails break them.
  await field.fill(` ${code.slice(0, 3)} ${code.slice(3)} `)
  await expect(inside(page)).toBeVisible()
  await expect(page).not.toHaveURL(/settings/)
})

test('the first proof of an address leads to a new password, and on to logging in with it', async ({ browser }) => {
  const ana = await person(browser, 'Ana')
  const page = await stranger(browser)
  const code = await askForCode(page, ana.email)
  await page.getByLabel('Code', { exact: true }).fill(code)
  await expect(page.getByRole('heading', { name: 'Password', level: 1 })).toBeVisible()
  await expect(page.getByText('it no longer works')).toBeVisible()
  await page.getByRole('button', { name: 'Mail me a link to set a new one' }).click()
  await page.getByRole('link', { name: 'Open the link' }).click()
  await setPassword(page, another)
  await fillLogin(page, ana.username, another)
  await expect(inside(page)).toBeVisible()
})

async function setPassword(page: Page, secret: string): Promise<void> {
  const field = page.getByLabel('New password')
  await expect(field).toHaveAttribute('autocomplete', 'new-password')
  await field.fill(secret)
  await page.getByRole('button', { name: 'Set the password' }).click()
  await expect(page.getByText('Your new password is set')).toBeVisible()
}

test('who forgot the password sets another, by a link that is good once', async ({ browser }) => {
  const ana = await person(browser, 'Ana')
  const page = await stranger(browser)
  await page.goto('/login')
  await page.getByLabel('Username or e-mail').fill(ana.email)
  await page.getByRole('link', { name: 'Forgot your password?' }).click()
  await expect(page.getByLabel('E-mail')).toHaveValue(ana.email)
  await page.getByRole('button', { name: 'Send the link' }).click()
  const link = page.getByRole('link', { name: 'Open the link' })
  const href = (await link.getAttribute('href'))!
  await link.click()
  await page.getByLabel('New password').fill('Password123')
  await page.getByRole('button', { name: 'Set the password' }).click()
  await expect(page.getByText('Too many people use this password.')).toBeVisible()
  await setPassword(page, another)
  await fillLogin(page, ana.username, another)
  await expect(inside(page)).toBeVisible()

  const late = await stranger(browser)
  await late.goto(href)
  await late.getByLabel('New password').fill('yet another secret')
  await late.getByRole('button', { name: 'Set the password' }).click()
  await expect(late.getByRole('heading', { name: 'This link is over' })).toBeVisible()
})

test('the second factor is asked for after the password, and a recovery code stands in for it', async ({ browser }) => {
  const { ana, secret, spent, recovery } = await withTwoFactor(browser)
  const page = await logInByPassword(browser, ana)
  await expect(page.getByRole('heading', { name: "Confirm it's you" })).toBeVisible()
  await page.getByLabel('Code', { exact: true }).fill(spent)
  await expect(page.getByText('or it was used before')).toBeVisible()
  await page.getByLabel('Code', { exact: true }).fill(codeOf(secret, 1))
  await expect(inside(page)).toBeVisible()

  const other = await logInByPassword(browser, ana)
  await other.getByRole('button', { name: 'Use a recovery code' }).click()
  await other.getByLabel('Recovery code').fill('AAAAA-AAAAA')
  await other.getByRole('button', { name: 'Log in', exact: true }).click()
  await expect(other.getByText("That recovery code isn't right")).toBeVisible()
  await other.getByLabel('Recovery code').fill(recovery[0]!.toLowerCase())
  await other.getByRole('button', { name: 'Log in', exact: true }).click()
  await expect(inside(other)).toBeVisible()
})

test('the second factor is asked for after a mailed code too', async ({ browser }) => {
  const page = await stranger(browser)
  const email = `factor-${Date.now()}@example.test`
  const code = await askForCode(page, email)
  await page.getByLabel('Code', { exact: true }).fill(code)
  await expect(inside(page)).toBeVisible()

  // By hand, as a person does it.
  await page.keyboard.press('Control+,')
  await page.getByRole('link', { name: 'Two-factor log-in' }).click()
  await page.getByRole('button', { name: 'Turn it on' }).click()
  await expect(page.getByRole('img', { name: 'QR code for your authenticator app' })).toBeVisible()
  const secret = await page.getByText(/^[A-Z2-7]{4}( [A-Z2-7]{1,4})+$/).innerText()
  await page.getByLabel('Code', { exact: true }).fill(codeOf(secret))
  const codes = page.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem')
  await expect(codes).toHaveCount(10)
  const recovery = await codes.allInnerTexts()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download' }).click()
  expect((await download).suggestedFilename()).toBe('parley-recovery-codes.txt')
  await page.getByRole('button', { name: "I've kept them" }).click()
  await expect(page.getByText('10 of your 10 recovery codes are left.')).toBeVisible()

  const other = await stranger(browser)
  const second = await askForCode(other, email)
  await other.getByLabel('Code', { exact: true }).fill(second)
  await expect(other.getByRole('heading', { name: "Confirm it's you" })).toBeVisible()
  await other.getByRole('button', { name: 'Use a recovery code' }).click()
  await other.getByLabel('Recovery code').fill(recovery[0]!)
  await other.getByRole('button', { name: 'Log in', exact: true }).click()
  await expect(inside(other)).toBeVisible()

  await page.getByLabel('Code of your app, or a recovery code').fill(recovery[1]!)
  await page.getByRole('button', { name: 'Turn it off' }).click()
  await expect(page.getByRole('button', { name: 'Turn it on' })).toBeVisible()
})
