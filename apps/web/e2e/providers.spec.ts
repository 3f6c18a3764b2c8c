import { AxeBuilder } from '@axe-core/playwright'
import { expect, test, type Page } from './test'
import { person } from './person'

const someone = `grace-${Date.now().toString(36)}`

/** The issuer's own pages: who are you, and may they know. */
async function agree(page: Page, login: string): Promise<void> {
  await page.getByPlaceholder('Enter any login').fill(login)
  await page.getByPlaceholder('and password').fill('anything')
  await page.getByRole('button', { name: 'Sign-in' }).click()
  await page.getByRole('button', { name: 'Continue' }).click()
}

test('somebody comes in by a provider, and comes back to where they wanted to go', async ({ page }) => {
  await page.goto('/login?next=%2F%3Ffrom%3Dlink')
  await page.getByRole('link', { name: 'Continue with Corp' }).click()
  await agree(page, someone)

  await expect(page).toHaveURL('/?from=link')
  await page.getByRole('button', { name: new RegExp(someone) }).waitFor()
  const cookies = await page.context().cookies()
  expect(cookies.filter(({ name }) => name.startsWith('parley-')).every(({ httpOnly }) => httpOnly)).toBe(true)
  expect(cookies.some(({ name }) => name === 'parley-oidc')).toBe(false)
  await page.reload()
  await page.getByRole('button', { name: new RegExp(someone) }).waitFor()
})

test('who says no at the provider is told so, and nobody is logged in', async ({ page }) => {
  await page.goto('/register')
  await page.getByRole('link', { name: 'Continue with Corp' }).click()
  await page.getByRole('link', { name: /Cancel/ }).click()
  await expect(page).toHaveURL(/\/login/)
  await expect(page.getByRole('alert')).toContainText('You cancelled logging in there')
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations).toEqual([])
})

test('an account is linked, also after saying no at first, and unlinked again', async ({ browser }) => {
  const { page } = await person(browser, 'Ana')
  await page.goto('/settings')
  await page.getByRole('link', { name: 'Log-in providers' }).click()
  const row = page.getByRole('list', { name: 'Log-in providers' }).getByRole('listitem')
  await expect(row).toContainText('Not linked')
  await row.getByRole('button', { name: 'Link Corp' }).click()
  await page.getByRole('link', { name: /Cancel/ }).click()
  await expect(page.getByText('You cancelled logging in there')).toBeVisible()
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  await row.getByRole('button', { name: 'Link Corp' }).click()
  await agree(page, `of-${someone}`)
  await expect(page).toHaveURL('/settings/providers')
  await expect(row).toContainText('Linked today')
  await row.getByRole('button', { name: 'Unlink Corp' }).click()
  await expect(row).toContainText('Not linked')
})
