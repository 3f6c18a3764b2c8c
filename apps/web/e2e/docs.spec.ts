import { expect, test } from './test'
import { person } from './person'

test('the API can be tried on its page: a token is pasted, and a message sent that the chat beside it shows', async ({
  browser,
  page,
  baseURL,
}) => {
  const wrong: string[] = []
  page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()))
  page.on('request', (asked) => {
    const { protocol, origin } = new URL(asked.url())
    if (protocol.startsWith('http') && origin !== baseURL) wrong.push(asked.url())
  })
  const ana = await person(browser, 'Ana')
  const room = await ana.createRoom('Docs')
  const { token } = await ana.call<{ token: string }>('auth.createToken', { name: 'docs', scopes: ['messages:write'] })
  await ana.open(room)

  await page.goto('/docs#/messages/messages.send')
  await page.getByRole('button', { name: 'Authorize' }).first().click()
  const dialog = page.locator('.modal-ux')
  await dialog.locator('input').first().fill(token)
  await dialog.getByRole('button', { name: 'Apply credentials' }).first().click()
  await dialog.getByRole('button', { name: 'Close' }).first().click()

  const operation = page.locator('.opblock').filter({ hasText: 'Send a message' })
  await operation.getByPlaceholder('roomId').fill(room.id)
  await operation.locator('textarea').fill('{ "body": "Sent from the page" }')
  await operation.getByRole('button', { name: 'Execute' }).click()
  const answer = operation.locator('.live-responses-table')
  await expect(answer).toContainText('201')
  await expect(answer).toContainText('"body": "Sent from the page"')
  await expect(ana.message('Sent from the page')).toBeVisible()
  expect(wrong).toEqual([])
})
