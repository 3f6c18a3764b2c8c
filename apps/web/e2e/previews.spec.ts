import { expect, test } from './test'
import { pair } from './person'
import { ports } from './ports'

test.use({ baseURL: `http://localhost:${ports.withPages}` })

const link = (path: string) => `http://pages.test:${ports.pages}${path}`

test('a link is shown as what its page says of itself, until its author takes that away', async ({ browser }) => {
  const [ana, ben] = await pair(browser)
  const shown = (path: string) => [ana, ben].map(({ log }) => log.getByRole('link', { name: `Page ${path}` }))

  await test.step('by mouse', async () => {
    await ana.say(`Have you read ${link('/one')}?`)
    for (const preview of shown('/one')) await expect(preview).toHaveAttribute('href', link('/one'))
    await expect(ben.log.getByRole('button', { name: 'Remove preview' })).toHaveCount(0)
    await shown('/one')[0]!.hover()
    await ana.log.getByRole('button', { name: 'Remove preview' }).click()
    for (const preview of shown('/one')) await expect(preview).toHaveCount(0)
    await expect(ben.message('Have you read')).toContainText(link('/one'))
  })

  await test.step('by keyboard', async () => {
    await ana.say(`Or ${link('/two')}?`)
    for (const preview of shown('/two')) await expect(preview).toBeVisible()
    const message = ana.message('Or ')
    await ana.composer.press('Escape')
    await expect(message).toBeFocused()
    await ana.reach(message.getByRole('button', { name: 'Remove preview' }))
    await ana.page.keyboard.press('Enter')
    for (const preview of shown('/two')) await expect(preview).toHaveCount(0)
    await expect(message).toBeFocused()
  })
})
