import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from '@playwright/test'

const someone = `grace-${Date.now().toString(36)}`

test('somebody comes in by a provider, and comes back to where they wanted to go', async ({ page }) => {
  await page.goto('/login?next=%2F%3Ffrom%3Dlink')
  await page.getByRole('link', { name: 'Continue with Corp' }).click()

  // The issuer's own pages: who are you, and may they know.
  await page.getByPlaceholder('Enter any login').fill(someone)
  await page.getByPlaceholder('and password').fill('anything')
  await page.getByRole('button', { name: 'Sign-in' }).click()
  await page.getByRole('button', { name: 'Continue' }).click()

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
