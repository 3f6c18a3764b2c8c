import { expect, test } from '@playwright/test'

test.setTimeout(40_000)

test('the API can be tried on its page: a token is pasted, and a message sent', async ({ page, request, baseURL }) => {
  const wrong: string[] = []
  page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()))
  page.on('request', (asked) => {
    const { protocol, origin } = new URL(asked.url())
    if (protocol.startsWith('http') && origin !== baseURL) wrong.push(asked.url())
  })
  const username = `docs-${Date.now().toString(36)}`
  const account = { username, email: `${username}@example.com`, password: 'correct horse battery' }
  const post = async (path: string, data: object, bearer?: string) => {
    const headers: Record<string, string> = bearer ? { authorization: `Bearer ${bearer}` } : {}
    return (await request.post(`/api/v1${path}`, { data, headers })).json() as Promise<Record<string, string>>
  }
  const { accessToken } = await post('/users', account)
  const { token } = await post('/tokens', { name: 'docs', scopes: ['rooms:write', 'messages:write'] }, accessToken)
  const { id } = await post('/rooms', { kind: 'public', name: 'Docs' }, token)

  await page.goto('/docs#/messages/messages.send')
  await page.getByRole('button', { name: 'Authorize' }).first().click()
  const dialog = page.locator('.modal-ux')
  await dialog
    .locator('input')
    .first()
    .fill(token ?? '')
  await dialog.getByRole('button', { name: 'Apply credentials' }).first().click()
  await dialog.getByRole('button', { name: 'Close' }).first().click()

  const operation = page.locator('.opblock').filter({ hasText: 'Send a message' })
  await operation.getByPlaceholder('roomId').fill(id ?? '')
  await operation.locator('textarea').fill('{ "body": "Sent from the page" }')
  await operation.getByRole('button', { name: 'Execute' }).click()
  const answer = operation.locator('.live-responses-table')
  await expect(answer).toContainText('201')
  await expect(answer).toContainText('"body": "Sent from the page"')
  expect(wrong).toEqual([])
})
